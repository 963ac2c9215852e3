import { expect, test } from '@jest/globals';
import { withClassPrefix } from '../../../src/render/client/class-prefix.js';

const source = `/**
 * ChatOps asks for this.
 * @throws {ChatInputError} for nothing, {@link ChatError} says.
 */
export class ChatTaskError extends ChatError {
  // ChatOps as well.
  readonly product = 'ChatOps';
  readonly name = \`ChatOps \${ChatTaskError.name} ChatOps\`;
  readonly Chat = { Chatty: /ChatOps/, 'ChatOps': new ChatInputError<ChatError>() };
}
`;

test('names of classes depend on the name of the package, texts are unchanged', () => {
  expect(withClassPrefix('a.ts', source, 'Pets')).toBe(`/**
 * ChatOps asks for this.
 * @throws {PetsInputError} for nothing, {@link PetsError} says.
 */
export class PetsTaskError extends PetsError {
  // ChatOps as well.
  readonly product = 'ChatOps';
  readonly name = \`ChatOps \${PetsTaskError.name} ChatOps\`;
  readonly Chat = { Chatty: /ChatOps/, 'ChatOps': new PetsInputError<PetsError>() };
}
`);
});

test('sources with the right names are unchanged', () => {
  expect(withClassPrefix('a.ts', source, 'Chat')).toBe(source);
});
