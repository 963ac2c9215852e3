import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mock } from '../../src/mock/index.js';
import { type Feature, haveOneName, outputFolder, packageImport, runtime, scope } from './generate.js';
import { run } from './type-check.js';

/** How the generated tests of all features went. */
export interface TestRun {
  readonly passed: number;
  /** `feature: test: the first lines of its message`. */
  readonly failures: readonly string[];
}

interface JestReport {
  readonly numPassedTests: number;
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

/** Runs the generated tests in one Jest, each feature against its own mock server, from the sources. */
export async function runGeneratedTests(features: readonly Feature[]): Promise<TestRun> {
  const { startMock } = await import('../../src/mock/index.js');
  const mocks: Mock[] = [];
  try {
    const urls: [name: string, url: string][] = [];
    for (const feature of features) {
      if (feature.model.operations.length === 0) continue;
      const mock = await startMock(feature.document, feature.model, { port: 0, replies: 'complete' });
      mocks.push(mock);
      urls.push([feature.name, mock.url]);
    }
    const config = join(outputFolder, 'jest.config.json');
    await writeFile(config, JSON.stringify(await settingsFor(features, Object.fromEntries(urls))));
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

async function readReport(path: string, printed: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new Error(`Jest gave no report: ${printed}`);
  });
}

/** The Jest settings of the emitted package.json, with the packages found in their sources and the address of the mock of each. */
async function settingsFor(features: readonly Feature[], urls: Readonly<Record<string, string>>): Promise<object> {
  const [first] = features;
  const manifest: { jest: { moduleNameMapper: object } } = JSON.parse(first?.files.get('client/package.json') ?? '{}');
  const setUp = join(outputFolder, 'mock-url.cjs');
  await writeFile(
    setUp,
    `const [name] = expect.getState().testPath.slice(${outputFolder.length + 1}).split('/');
process.env.SDKGEN_MOCK_URL = ${JSON.stringify(urls)}[name];\n`,
  );
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
    testMatch: Object.keys(urls).map((name) => `<rootDir>/${name}/client/test/**/*.test.ts`),
    setupFilesAfterEnv: [setUp],
    ...(own === undefined ? {} : { resolver: own }),
    moduleNameMapper: { ...moduleNameMapper, ...manifest.jest.moduleNameMapper },
  };
}

function summary(report: JestReport): TestRun {
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.slice(outputFolder.length + 1);
    if (assertionResults.length === 0) return [`${file}: ${message}`];
    return assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${failureMessages.join('\n').slice(0, 1500)}`);
  });
  return { passed: report.numPassedTests, failures };
}
