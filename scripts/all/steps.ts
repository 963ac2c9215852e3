import { delimiter, resolve } from 'node:path';
import { run } from '../common/process.js';

/** A script of `package.json` that has to succeed. */
export interface Step {
  readonly script: string;
  /** Arguments after those of the script. */
  readonly args?: string;
  /** Scripts that must have succeeded before. */
  readonly after?: readonly string[];
  /** It measures, or keeps all cores busy: nothing else runs meanwhile. */
  readonly alone?: true;
}

interface Ended {
  readonly step: Step;
  readonly isPassed: boolean;
  readonly output: string;
}

/**
 * Runs steps in order, several at a time, prints the duration of each when it ends, and the output of failed ones at the end.
 *
 * @param scripts the commands of the scripts, as in `package.json`
 * @param lanes the steps at a time; the default is for steps that each keep one core of two busy.
 * @returns the exit code.
 */
export async function runSteps(
  steps: readonly Step[],
  scripts: Readonly<Record<string, string>>,
  lanes = 2,
): Promise<number> {
  const started = performance.now();
  const waiting = [...steps];
  const running = new Map<Step, Promise<Ended>>();
  const ended: Ended[] = [];
  const isPassed = (script: string): boolean | undefined =>
    steps.some((step) => step.script === script) ? ended.find(({ step }) => step.script === script)?.isPassed : true;
  while (waiting.length + running.size > 0) {
    for (const step of [...waiting]) {
      const before = (step.after ?? []).map(isPassed);
      if (before.includes(false)) {
        waiting.splice(waiting.indexOf(step), 1);
        ended.push(skip(step));
      } else if (before.every(Boolean) && hasRoom(step, [...running.keys()], lanes)) {
        waiting.splice(waiting.indexOf(step), 1);
        running.set(step, runStep(step, scripts[step.script]));
      }
    }
    const [next] = running.size === 0 ? [] : [await Promise.race(running.values())];
    if (next === undefined) continue;
    running.delete(next.step);
    ended.push(next);
  }
  const failed = ended.filter((one) => !one.isPassed);
  for (const { step, output } of failed) process.stdout.write(`\n== ${nameOf(step)} failed\n${output.trimEnd()}\n`);
  process.stdout.write(
    `\n${ended.length - failed.length} passed, ${failed.length} failed in ${secondsSince(started)}\n`,
  );
  return failed.length > 0 ? 1 : 0;
}

function hasRoom(step: Step, running: readonly Step[], lanes: number): boolean {
  if (running.some(({ alone }) => alone)) return false;
  return step.alone ? running.length === 0 : running.length < lanes;
}

async function runStep(step: Step, command: string | undefined): Promise<Ended> {
  const started = performance.now();
  if (command === undefined) throw new Error(`There is no script ${step.script}.`);
  const environment = { PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}` };
  const { ok, output } = await run('sh', ['-c', `${command} ${step.args ?? ''}`], { environment });
  report(step, ok ? 'passed' : 'failed', secondsSince(started));
  return { step, isPassed: ok, output };
}

function skip(step: Step): Ended {
  report(step, 'skipped', '');
  return { step, isPassed: false, output: `Skipped, since it needs ${step.after?.join(', ')}.` };
}

function report(step: Step, result: string, time: string): void {
  process.stdout.write(`${nameOf(step).padEnd(32)} ${result.padEnd(8)} ${time.padStart(7)}\n`);
}

function nameOf({ script, args }: Step): string {
  return args === undefined ? script : `${script} ${args}`;
}

function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
