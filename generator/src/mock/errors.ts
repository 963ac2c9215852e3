import type { AddonHooks } from '../addons/index.js';
import { commonErrorBody } from '../model/error-bodies.js';
import { type Answer, type Failure, jsonAnswer } from './exchange.js';

/** An error whose body the spec does not define. */
export function commonError(
  hooks: AddonHooks,
  status: number,
  message: string,
  failures: readonly Failure[] = [],
  headers: Answer['headers'] = [],
): Answer {
  const answer = jsonAnswer(status, commonErrorBody(hooks, status, message, failures), headers);
  if (hooks.errors !== undefined) return answer;
  return { ...answer, headers: [['content-type', 'application/problem+json'], ...headers] };
}
