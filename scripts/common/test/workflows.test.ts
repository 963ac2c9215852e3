import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = resolve('.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  // YAML 1.2, like GitHub: `on` is an ordinary key.
  return { name, text, workflow: parse(text) as Workflow };
});

describe.each(workflows)('$name', ({ name, text, workflow }) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('is a valid workflow', async () => {
    const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) throw new Error('No workflow was parsed.');
    const template = await convertWorkflowTemplate(context, value);
    expect(template.errors ?? []).toEqual([]);
  });

  test('pins every action by its commit, with the version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('has read permissions, except in jobs that declare more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const granted = jobs.flatMap(([job, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, access]) => (access === 'read' ? [] : [`${job}: ${scope}`])),
    );
    expect(granted).toEqual(name === 'release.yml' ? ['publish: id-token', 'announce: contents'] : []);
  });

  test('is not triggered by events that run the code of a pull request with the permissions of the project', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  test('has no expressions in commands', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('leaves no credentials in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('contains neither secrets nor registries', () => {
    expect(text).not.toMatch(/secrets\.|_authToken|NODE_AUTH_TOKEN|NPM_TOKEN|registry-url|https?:/);
  });

  test('limits the time of every job', () => {
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(45);
  });
});

test('all workflows use the same version of an action', () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (.+?)@(.+)$/gm)]);
  const versions = new Map(used.map(([, action, version]) => [action, version]));
  for (const [, action, version] of used) expect(version).toBe(versions.get(action));
});

test('the job that publishes installs nothing', () => {
  const release = workflows.find(({ name }) => name === 'release.yml');
  const commands = release?.workflow.jobs['publish']?.steps.flatMap(({ run }) => run ?? []);
  expect(commands).toEqual(['node scripts/release/publish.ts release']);
});

test('the CI runs scripts that exist, and all of the longer tests', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  const text = workflows.map((each) => each.text).join('\n');
  const [, list = ''] = /script: \[(.+)\]/.exec(text) ?? [];
  const matrix = list.split(', ').map((each) => each.replaceAll("'", ''));
  const named = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, script = '']) => script);
  for (const script of [...named, ...matrix]) expect(Object.keys(scripts)).toContain(script);
  const longer = [...readFileSync('scripts/all/all.ts', 'utf8').matchAll(/^ {4}\{ script: '([\w:]+)'/gm)];
  // Part of `npm test` or of another job.
  const others = new Set(['build', 'test:snippets', 'bench']);
  const expected = longer.flatMap(([, script = '']) => (others.has(script) ? [] : [script]));
  expect(expected.length).toBeGreaterThan(10);
  expect(matrix).toEqual(expect.arrayContaining(expected));
});
