import { expect, test } from '@jest/globals';
import { CommandError, must, start, waitForOutput } from '../process.js';

const node = process.execPath;

test('returns what a program printed on both streams', async () => {
  const program = "console.log('one'); console.error('two'); console.log(process.env.WORD)";
  const { output } = await must(node, ['--eval', program], { environment: { WORD: 'three' } });
  expect(output.trim().split('\n').sort()).toEqual(['one', 'three', 'two']);
});

test('a program that fails reports its exit code and the end of its output', async () => {
  const failing = must(node, ['--eval', "console.log('why'); process.exit(3)"]);
  await expect(failing).rejects.toThrow(CommandError);
  await expect(failing).rejects.toThrow(/ended with 3:\nwhy/);
});

test('a long output is shortened in the middle', async () => {
  const program = "console.log('first' + '.'.repeat(50_000) + 'last'); process.exitCode = 1";
  const failing = must(node, ['--eval', program]);
  await expect(failing).rejects.toThrow(/ended with 1:\nfirst\.{1995}\n\[\.{3}\]\n\.{1995}last\n$/);
});

test('a missing program is an error', async () => {
  await expect(must('no-such-program', [])).rejects.toThrow(/ENOENT/);
});

test('variables of an outer npm script are not inherited', async () => {
  const program = 'console.log(Object.keys(process.env).filter((name) => /^npm_/.test(name)).length)';
  process.env['npm_config_probe'] = 'true';
  try {
    expect((await must(node, ['--eval', program])).stdout).toBe('0\n');
  } finally {
    delete process.env['npm_config_probe'];
  }
});

test('the signal ends a program and what it has started', async () => {
  const controller = new AbortController();
  const idle = 'setTimeout(() => {}, 600_000)';
  const program = `require('child_process').spawn(process.execPath, ['--eval', '${idle}'], { stdio: 'inherit' });
console.log('started'); ${idle}`;
  const started = start(node, ['--eval', program], { signal: controller.signal, group: true });
  await waitForOutput(started, /(started)/);
  controller.abort();
  // Both have the same output stream, so this runs after both have ended.
  expect(await started.ended).toMatchObject({ code: 'SIGKILL' });
});

test('waiting for output fails when the program ends', async () => {
  const started = start(node, ['--eval', "console.log('something else')"]);
  await expect(waitForOutput(started, /listening on (\S+)/)).rejects.toThrow(/No output matches .*:\nsomething else/);
});
