import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { parseArguments } from '../../../src/cli/arguments.js';
import { type Config, type ConfigFlags, resolveConfig } from '../../../src/config/index.js';
import { understand } from '../../../src/generate/prepare.js';
import { readTemplates } from '../../../src/generate/template-texts.js';
import { checkDescription } from '../../../src/load/index.js';
import { type Problem, ProblemsError } from '../../../src/problems/index.js';
import { findAddons } from '../../../src/render/addons.js';
import { Templates } from '../../../src/render/templates.js';
import type { PackageView } from '../../../src/render/views/index.js';
import { readTemplateTexts } from '../../features/generate.js';

/** The output of a code's example, run in a separate folder. */
export type Provocation = (folder: string, example: string) => Promise<readonly Problem[]>;

export function put(folder: string, path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function problemsOf(work: () => unknown): Promise<readonly Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}

function configOf(cwd: string, flags: ConfigFlags): Promise<Config> {
  return resolveConfig({ cwd, flags });
}

/** As `sdkgen validate`. */
async function validate(config: Config): Promise<readonly Problem[]> {
  const { problems, document } = await checkDescription(config.spec, config);
  if (document === undefined) return problems;
  const set = { texts: await readTemplateTexts(), files: new Map(), problems: [] };
  return [...problems, ...(await understand(document, config, set, [])).problems];
}

/** An example that is a command line, without running more than its flags. */
export const flags: Provocation = (cwd, example) =>
  problemsOf(() => {
    const parsed = parseArguments(example.split(' ').slice(1));
    if (!('flags' in parsed)) throw new Error(`${example} has no flags`);
    return configOf(cwd, parsed.flags);
  });

/** An example that is a package.json. */
export const packageJson: Provocation = (cwd, example) => {
  put(cwd, 'package.json', example);
  return problemsOf(() => configOf(cwd, {}));
};

/** An example that is a spec, or a part of one. */
export const description: Provocation = async (cwd, example) => {
  const spec = /^\s*[{<[]/.test(example) && !example.includes('components') ? 'api.json' : 'api.yaml';
  put(cwd, spec, example);
  return validate(await configOf(cwd, { spec }));
};

/** The parts that a fragment of a spec lacks. */
export function completed(example: string): string {
  const has = (key: string): boolean => new RegExp(`^${key}:`, 'm').test(example);
  const head = has('openapi') ? [] : ['openapi: 3.1.0'];
  if (!has('info')) head.push("info: { title: Pets, version: '1' }");
  return [...head, example, ...(has('paths') ? [] : ['paths: {}']), ''].join('\n');
}

export const fragment: Provocation = (cwd, example) => description(cwd, completed(example));

/** An example that is an overlay. */
export const overlay: Provocation = async (cwd, example) => {
  put(cwd, 'api.yaml', completed("paths:\n  /pets:\n    get: { responses: { '200': { description: Pets. } } }"));
  put(cwd, 'fixes.overlay.yaml', example);
  return validate(await configOf(cwd, { spec: 'api.yaml', overlays: ['fixes.overlay.yaml'] }));
};

/** An example that is a command line about a spec. */
export const command: Provocation = async (cwd, example) =>
  validate(await configOf(cwd, { spec: example.split(' ').at(-1) ?? '' }));

export const tooLarge: Provocation = async (cwd) => {
  truncateSync(put(cwd, 'backup.tar', ''), 129 * 1024 * 1024);
  return command(cwd, 'sdkgen validate backup.tar');
};

export const redirected: Provocation = async (cwd) => {
  const server = createServer((_, response) => response.writeHead(302, { location: 'ftp://example.com/' }).end());
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await command(cwd, `sdkgen validate http://127.0.0.1:${port}/api.yaml`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

const PACKAGE: PackageView = {
  className: 'PetsClient',
  optionsName: 'PetsClientOptions',
  serverClassName: 'PetsServerClient',
  coreName: 'ChatCore',
  serverOptionsName: 'PetsServerClientOptions',
  errorPrefix: 'Pets',
  variable: 'pets',
  clientPackage: '@acme/pets-client',
  serverEntry: '@acme/pets-client/server',
  typesPackage: '@acme/pets-types',
  clientName: 'pets-client-1.0.0',
  userAgent: 'pets-client/0.1.0',
  version: '1.0.0',
  exports: ['./a.js'],
};

/** An example that is the template of the client's entry. */
export const template: Provocation = (_, example) =>
  problemsOf(() => {
    const templates = new Templates(new Map([['client/index.ts.hbs', example]]));
    templates.render('client/index.ts.hbs', PACKAGE);
    templates.throwIfFailed();
  });

export const templatesFolder: Provocation = async (cwd, example) => {
  put(cwd, example, '');
  return (await readTemplates(join(cwd, 'my-templates'), cwd, resolve('templates'))).problems;
};

/** A folder that was removed after it was found: permissions would not stop an administrator, who may run this. */
export const missingFolder: Provocation = (cwd) =>
  problemsOf(() => readTemplates(join(cwd, 'my-templates'), cwd, resolve('templates')));

export const addon: Provocation = (_, example) =>
  problemsOf(() =>
    findAddons(['steam'], new Map(example.startsWith('{') ? [['addons/steam/addon.json', example]] : [])),
  );
