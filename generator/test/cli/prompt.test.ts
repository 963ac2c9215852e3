import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createPrompt, type Question, SILENT } from '../../src/cli/prompt.js';

/** A prompt that gets one line of input for each question. */
function answering(...lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const rest = [...lines];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (!text.endsWith(': ')) return;
    const line = rest.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  return { prompt: createPrompt(input, output), shown: () => shown };
}

const question: Question = {
  text: 'Name',
  given: undefined,
  likely: 'shop',
  faultOf: (answer) => (/^[a-z]+$/.test(answer) ? undefined : { message: `${answer} is wrong.`, hint: 'Use letters.' }),
};

test('an empty answer is the default', async () => {
  const { prompt, shown } = answering('', ' desk ');
  await expect(prompt.ask(question)).resolves.toBe('shop');
  await expect(prompt.ask(question)).resolves.toBe('desk');
  expect(shown()).toBe('Name [shop]: Name [shop]: ');
  prompt.close();
});

test('an invalid answer is explained, and asked for again', async () => {
  const { prompt, shown } = answering('My Shop', 'desk');
  await expect(prompt.ask(question)).resolves.toBe('desk');
  expect(shown()).toContain('My Shop is wrong. Use letters.\n');
  prompt.close();
});

test('what a flag gives is not asked for', async () => {
  const { prompt, shown } = answering();
  await expect(prompt.ask({ ...question, given: 'desk' })).resolves.toBe('desk');
  await expect(SILENT.ask(question)).resolves.toBe('shop');
  expect(shown()).toBe('');
  prompt.close();
});

test('the end of the input cancels', async () => {
  await expect(answering().prompt.ask(question)).rejects.toMatchObject({ message: 'Cancelled.' });
});
