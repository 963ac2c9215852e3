import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Names follow their templates everywhere: generates the packages with other names, builds them, and runs all their
 * tests. Exits 1 when one of them fails.
 */
interface Variant {
  readonly title: string;
  readonly scope: string;
  readonly name: string;
  /** Name templates that replace ours. */
  readonly templates: Readonly<Record<string, string>>;
  /** A text that must stand in the client's sources, documentation and tests, and one that must not. */
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

function run(command: string, args: readonly string[], cwd: string): boolean {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  return status === 0;
}

function check(variant: Variant, index: number): boolean {
  const folder = join(root, String(index));
  const templates = join(folder, 'templates');
  const out = join(folder, 'packages');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(variant.templates)) {
    mkdirSync(dirname(join(templates, path)), { recursive: true });
    writeFileSync(join(templates, path), `${text}\n`);
  }
  mkdirSync(templates, { recursive: true });
  const names = [`${variant.name}-types`, `${variant.name}-client`];
  mkdirSync(join(out, 'node_modules', variant.scope), { recursive: true });
  for (const name of names) symlinkSync(join(out, name), join(out, 'node_modules', variant.scope, name));
  const flags = ['--out', out, '--scope', variant.scope, '--name', variant.name, '--templates', templates, '--build'];
  if (!run('sdkgen', ['generate', ...flags], process.cwd())) return false;
  const client = join(out, `${variant.name}-client`);
  return followsNames(client, variant) && run('npm', ['test', '--silent'], client);
}

function followsNames(client: string, { has, hasNot }: Variant): boolean {
  return ['src', 'docs', 'test'].every((folder) => {
    const names = readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => /\.(ts|md)$/.test(name));
    const text = files.map((name) => readFileSync(join(client, folder, name), 'utf8')).join('\n');
    const follows = text.includes(has) && !text.includes(hasNot);
    if (!follows) console.error(`${folder}: should hold ${has} and not ${hasNot}`);
    return follows;
  });
}

for (const [index, variant] of variants.entries()) {
  const passed = check(variant, index);
  console.log(`${variant.title}: ${passed ? 'passed' : 'failed'}`);
  if (!passed) process.exitCode = 1;
}
