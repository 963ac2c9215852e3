import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatePackages } from '../common/packages.js';
import { run } from '../common/process.js';
import { runScript, Tally } from '../common/script.js';

const USAGE = `Generates the packages with other name templates, builds them, and runs all their tests.

Usage: npm run test:naming
`;

interface Variant {
  readonly title: string;
  readonly scope: string;
  readonly name: string;
  /** Name templates that replace ours. */
  readonly templates: Readonly<Record<string, string>>;
  /** A text that the client's sources, documentation and tests must contain, and one that they must not. */
  readonly has: string;
  readonly hasNot: string;
}

const variants: readonly Variant[] = [
  {
    title: 'methods in snake_case',
    scope: '@scope',
    name: 'chat',
    templates: { 'naming/method.hbs': '{{snakeCase operationId}}' },
    has: 'get_app(',
    hasNot: 'getApp(',
  },
  {
    title: 'another scope and name',
    scope: '@acme',
    name: 'messenger',
    templates: {},
    has: 'MessengerServerClient',
    hasNot: 'ChatClient',
  },
];

const root = resolve('.cache/naming');

await runScript(USAGE, {}, async () => {
  const tally = new Tally();
  for (const [index, variant] of variants.entries()) {
    await tally.run(variant.title, () => tryVariant(variant, join(root, String(index))));
  }
  return tally.end();
});

async function tryVariant({ scope, name, ...variant }: Variant, folder: string): Promise<readonly string[]> {
  const templates = join(folder, 'templates');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(templates, 'naming'), { recursive: true });
  for (const [path, text] of Object.entries(variant.templates)) writeFileSync(join(templates, path), `${text}\n`);
  const [, client] = await generatePackages(join(folder, 'packages'), scope, name, ['--templates', templates]);
  const tested = await run('npm', ['test', '--silent'], { cwd: client });
  return [...namingFaults(client, variant), ...(tested.ok ? [] : [tested.output])];
}

function namingFaults(client: string, { has, hasNot }: Pick<Variant, 'has' | 'hasNot'>): readonly string[] {
  return ['src', 'docs', 'test'].flatMap((folder) => {
    const names = readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => /\.(ts|md)$/.test(name));
    const text = files.map((name) => readFileSync(join(client, folder, name), 'utf8')).join('\n');
    return text.includes(has) && !text.includes(hasNot) ? [] : [`${folder}: should contain ${has} and not ${hasNot}`];
  });
}
