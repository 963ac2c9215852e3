import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mock } from '../../src/mock/index.js';
import { type Feature, outputFolder, scope } from './generate.js';
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

/** Runs the generated tests in one Jest, each feature against a mock server of its own, from the sources. */
export async function runGeneratedTests(features: readonly Feature[]): Promise<TestRun> {
  const { startMock } = await import('../../src/mock/index.js');
  const mocks: Mock[] = [];
  try {
    const projects: object[] = [];
    for (const feature of features) {
      if (feature.model.operations.length === 0) continue;
      const mock = await startMock(feature.document, feature.model, { port: 0, replies: 'complete' });
      mocks.push(mock);
      projects.push(await projectOf(feature, mock.url));
    }
    const config = join(outputFolder, 'jest.config.json');
    await writeFile(config, JSON.stringify({ rootDir: outputFolder, projects, maxWorkers: 2 }));
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

/** The Jest settings of the emitted package.json, with the package found in its sources and the address of its mock. */
async function projectOf({ name, files }: Feature, mockUrl: string): Promise<object> {
  const manifest: { jest: { moduleNameMapper: object } } = JSON.parse(files.get('client/package.json') ?? '{}');
  const setUp = join(outputFolder, name, 'mock-url.cjs');
  await writeFile(setUp, `process.env.SDKGEN_MOCK_URL = ${JSON.stringify(mockUrl)};\n`);
  return {
    ...manifest.jest,
    rootDir: join(outputFolder, name, 'client'),
    displayName: name,
    setupFiles: [setUp],
    moduleNameMapper: { ...manifest.jest.moduleNameMapper, [`^${scope}/${name}-client$`]: '<rootDir>/src/index.ts' },
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
