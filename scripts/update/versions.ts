import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiffResult } from '../../generator/src/index.js';

interface TextEdit {
  /** Below the folder of the description. */
  readonly file: string;
  /** Stands there once. */
  readonly find: string;
  readonly replace: string;
}

/** A new version of the project's own description, as a vendor could publish it. */
export interface PreparedVersion {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  readonly bump: DiffResult['bump'];
  /** Lines of the changeset. */
  readonly changeset: readonly string[];
}

const NEXT_VERSION: TextEdit = { file: 'openapi.yaml', find: 'version: 1.0.0', replace: 'version: 1.1.0' };
const VERSION_LINE = '- The description is version `1.1.0`, was `1.0.0`.';

export const VERSIONS: readonly PreparedVersion[] = [
  {
    name: 'harmless',
    edits: [
      NEXT_VERSION,
      {
        file: 'block-lists.yaml',
        find: 'Returns one block list with all its words.',
        replace: 'Returns one block list, and all of its words.',
      },
      {
        file: 'polls.yaml',
        find: 'description: ID for the poll, at most 255 characters; generated if absent.',
        replace: 'description: ID for the poll. One is made when there is none.',
      },
    ],
    bump: 'patch',
    changeset: [
      VERSION_LINE,
      '- `getBlockList` reads otherwise.',
      '- `CreatePollRequest` reads otherwise (sent). Reaches `createPoll`.',
    ],
  },
  {
    name: 'additive',
    edits: [
      NEXT_VERSION,
      {
        file: 'block-lists.yaml',
        find: `      id:
        type: string
        description: ID of the block list.
`,
        replace: `      id:
        type: string
        description: ID of the block list.
      last_matched_at:
        type: [number, string]
        format: date-time
        description: When one of its words was last found in a message.
`,
      },
      {
        file: 'tasks.yaml',
        find: `          examples:
            default:
              value: activity-123
`,
        replace: `          examples:
            default:
              value: activity-123
        - name: include_result
          in: query
          description: Whether the result is part of the reply.
          schema: { type: boolean }
`,
      },
    ],
    bump: 'minor',
    changeset: [
      VERSION_LINE,
      '- `BlockListResponse.last_matched_at` is new (received). Reaches `listBlockLists`, `createBlockList`, `getBlockList` and 1 more.',
      '- `getTask` takes `include_result`.',
    ],
  },
  {
    name: 'breaking',
    edits: [
      NEXT_VERSION,
      {
        file: 'block-lists.yaml',
        find: `    required: [name, type, words, is_leet_check_enabled, is_plural_check_enabled]
`,
        replace: `    required: [name, type, words, is_leet_check_enabled]
`,
      },
      {
        file: 'poll-options.yaml',
        find: `        - name: user_id
          in: query
          description: The user to act for. Needed with a server token, which stands for no user.
          schema: { type: string }
          examples:
            default:
              value: john
      responses:
        '200':
          description: The option was removed.
`,
        replace: `      responses:
        '200':
          description: The option was removed.
`,
      },
    ],
    bump: 'major',
    changeset: [
      VERSION_LINE,
      '- **Breaking:** `deletePollOption` no longer takes `user_id`. Calls that give it do not compile.',
      '- `deletePollOption` has other examples.',
      '- **Breaking:** `BlockListResponse.is_plural_check_enabled` may be missing (received). Calls may leave it out; replies may lack it. Reaches `listBlockLists`, `createBlockList`, `getBlockList` and 1 more.',
    ],
  },
];

/**
 * Copies a description and edits the copy.
 *
 * @param spec the description's root.
 * @returns the root of the copy.
 */
export function prepareVersion({ name, edits }: PreparedVersion, spec: string, target: string): string {
  cpSync(dirname(spec), target, { recursive: true });
  for (const { file, find, replace } of edits) {
    const path = join(target, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`The version ${name} does not fit ${file} any more: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
  return join(target, 'openapi.yaml');
}
