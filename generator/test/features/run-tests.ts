import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mock } from '../../src/mock/index.js';
import { type Feature, haveOneName, outputFolder, packageImport, runtime, scope } from './generate.js';
import { run } from './type-check.js';

/** The results of the generated tests of all features. */
export interface TestRun {
  readonly passed: number;
  /** `feature: test: first lines of the message`. */
  readonly failures: readonly string[];
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Number of test files, each for a part of the features: a context of Jest takes longer than the tests of a feature. */
const PARTS = 8;

/** Runs the generated tests in one Jest, each feature against its own mock server, from the sources. */
export async function runGeneratedTests(features: readonly Feature[]): Promise<TestRun> {
  const { startMock } = await import('../../src/mock/index.js');
  const mocks: Mock[] = [];
  try {
    const parts = Array.from({ length: PARTS }, (): [file: string, url: string][] => []);
    for (const [index, { name, document, files, model }] of features.entries()) {
      if (model.operations.length === 0) continue;
      const mock = await startMock(document, model, { port: 0, replies: 'complete' });
      mocks.push(mock);
      const tests = [...files.keys()].filter((path) => /^client\/test\/.*\.test\.ts$/.test(path));
      parts[index % PARTS]?.push(...tests.map((path): [string, string] => [`${name}/${path}`, mock.url]));
    }
    for (const [index, part] of parts.entries())
      await writeFile(join(outputFolder, `part-${index}.test.ts`), partOf(part));
    const config = join(outputFolder, 'jest.config.json');
    await writeFile(config, JSON.stringify(await settingsFor(features)));
    const runner = createRequire(import.meta.url).resolve('jest/bin/jest');
    const report = join(outputFolder, 'report.json');
    const args = [
      '--experimental-vm-modules',
      '--no-warnings',
      runner,
      '--config',
      config,
      '--json',
      '--outputFile',
      report,
    ];
    const printed = await run(process.execPath, args);
    return summary(JSON.parse(await readReport(report, printed)));
  } finally {
    await Promise.all(mocks.map((mock) => mock.close()));
  }
}

/** A file that runs tests. Each reads the address of a separate mock server when it is loaded. */
function partOf(tests: readonly (readonly [file: string, url: string])[]): string {
  return `import { test } from '@jest/globals';
for (const [file, url] of ${JSON.stringify(tests)}) {
  test(file, () => {});
  process.env.SDKGEN_MOCK_URL = url;
  await import('./' + file);
}
`;
}

async function readReport(path: string, printed: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new Error(`Jest gave no report: ${printed}`);
  });
}

/** The Jest settings of the emitted package.json, with the packages found in their sources. */
async function settingsFor(features: readonly Feature[]): Promise<object> {
  const [first] = features;
  const manifest: { jest: { moduleNameMapper: object } } = JSON.parse(first?.files.get('client/package.json') ?? '{}');
  const resolver = join(outputFolder, 'resolver.cjs');
  await writeFile(
    resolver,
    `module.exports = (path, options) => {
  const [name] = options.basedir.slice(${outputFolder.length + 1}).split('/');
  const [own, , entry = 'index'] = ${String(packageImport)}.exec(path) ?? [];
  const source = [${JSON.stringify(outputFolder)}, name, 'client/src', entry + '.ts'].join('/');
  return options.defaultResolver(own === undefined ? path : source, options);
};\n`,
  );
  const shared = {
    resolver,
    moduleNameMapper: { '^\\./runtime/(.*)\\.js$': `<rootDir>/${first?.name ?? ''}/${runtime}/$1` },
  };
  const { resolver: own, moduleNameMapper } = haveOneName(features)
    ? shared
    : {
        resolver: undefined,
        moduleNameMapper: {
          [`^${scope}/(.+)-client$`]: '<rootDir>/$1/client/src/index.ts',
          [`^${scope}/(.+)-client/(.+)$`]: '<rootDir>/$1/client/src/$2.ts',
        },
      };
  return {
    ...manifest.jest,
    rootDir: outputFolder,
    maxWorkers: 2,
    testMatch: ['<rootDir>/part-*.test.ts'],
    ...(own === undefined ? {} : { resolver: own }),
    moduleNameMapper: { ...moduleNameMapper, ...manifest.jest.moduleNameMapper },
  };
}

function summary({ testResults }: JestReport): TestRun {
  const failures: string[] = [];
  let passed = 0;
  for (const { name, message, assertionResults } of testResults) {
    if (assertionResults.length === 0) failures.push(`${name.slice(outputFolder.length + 1)}: ${message}`);
    let file = '';
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (fullName.endsWith('.test.ts')) file = fullName;
      else if (status === 'passed') passed += 1;
      else failures.push(`${file}: ${fullName}: ${failureMessages.join('\n').slice(0, 1500)}`);
    }
  }
  return { passed, failures };
}
