import { type Answer, json, reset, silent, status } from '../../../templates/runtime/test/support/raw-server.js';
import { type Fault, twiceMore } from '../fault.js';

const task = (state: string, error: unknown = null): Answer =>
  json(JSON.stringify({ task_id: 'a', status: state, error, created_at: 1, updated_at: 1, duration: '1ms' }));
const wait = (
  name: string,
  answers: readonly Answer[],
  rest: Partial<Fault> & Pick<Fault, 'outcome' | 'requests'>,
  timeout = 5000,
): Fault => ({
  name,
  answers,
  within: twiceMore,
  act: ({ client, controller }) => client.waitForTask('a', { signal: controller.signal, timeout, interval: 50 }),
  ...rest,
});

export const tasks: readonly Fault[] = [
  wait('that failed', [task('running'), task('failed', { type: 'x', description: 'no' })], {
    outcome: 'ChatTaskError',
    code: 'task',
    requests: 2,
  }),
  wait(
    'that does not end',
    [task('running')],
    { outcome: 'ChatTimeoutError', code: 'timeout', requests: 1, within: 1000 },
    40,
  ),
  wait(
    'without a response',
    [silent],
    { outcome: 'ChatTimeoutError', code: 'timeout', requests: 1, within: 1000 },
    200,
  ),
  wait('that does not exist', [status('404 Not Found')], { outcome: 'ChatNotFoundError', requests: 1 }),
  wait('whose connection breaks once', [reset, task('completed')], { outcome: 'ok', requests: 2 }),
  wait('whose response is a text', [json('"done"')], { outcome: 'ChatResponseError', requests: 1 }),
  wait('whose wait is aborted', [], {
    outcome: 'ChatAbortError',
    requests: 1,
    act: ({ client, controller, server }) => {
      const running: Answer = (socket) => {
        setTimeout(() => controller.abort(), 30);
        return task('running')(socket);
      };
      server.answers = [running];
      return client.waitForTask('a', { signal: controller.signal });
    },
  }),
  wait('without an id', [], { outcome: 'ChatInputError', requests: 0, act: ({ client }) => client.waitForTask('') }),
];
