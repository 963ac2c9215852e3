import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectText, Failure } from '../common/script.js';
import type { PublishedGenerator } from '../pack/generator.js';
import { commandsIn, NPM } from './commands.js';
import { addYarnRegistry } from './workspace.js';

/** A project with a `package.json`, and a compiler that the generator cannot use, gets the packages as a workspace; its own files stay. */
export async function existingProject(home: string, generator: PublishedGenerator, manager = NPM): Promise<void> {
  const folder = join(home, 'shop');
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, '.npmrc'), generator.settings);
  writeFileSync(
    join(folder, 'package.json'),
    '{\n\t"name": "shop",\n\t"private": true,\n\t"scripts": { "test": "exit 3" },\n\t"devDependencies": { "typescript": "^7.0.2" }\n}\n',
  );
  writeFileSync(join(folder, 'README.md'), '# Shop\n');
  if (manager.name === 'pnpm') writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'packages: []\n');
  if (manager.name === 'yarn') {
    writeFileSync(join(folder, 'yarn.lock'), '');
    addYarnRegistry(folder, generator);
  }
  const commands = commandsIn(folder, manager);
  const init = ['--yes', `${generator.name}@${generator.version}`, 'init', '--scope', '@shop', '--name', 'desk'];
  await commands.must('npx', ...init);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  expectText(text, '\n\t"private": true,', '"test": "exit 3"', '"sdk:generate"');
  expectText(manager.name === 'pnpm' ? readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8') : text, 'sdk/*');
  if (readFileSync(join(folder, 'README.md'), 'utf8') !== '# Shop\n') throw new Failure('The README was changed.');
  await commands.must(manager.name, 'install');
  await commands.must(manager.name, 'run', 'sdk:generate');
  await commands.must(manager.name, 'run', 'sdk:test');
  const { output, ok } = await commands.run('npx', ...init);
  if (ok) throw new Failure('A second init did not fail.');
  expectText(output, 'init-refused');
}
