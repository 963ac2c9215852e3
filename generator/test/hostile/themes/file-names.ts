import { accepted, type HostileCase, type HostileTable, refused } from '../case.js';
import { api, operation, operations } from '../description.js';

const tagged = (...tags: readonly string[]) => accepted(api({ paths: operations(tags, (tag) => ({ tags: [tag] })) }));
const refusedTags = (problem: string, ...tags: readonly string[]) =>
  refused(problem, api({ paths: operations(tags, (tag) => ({ tags: [tag] })) }));
const flagged = (flag: string, value: string): HostileCase => ({
  given: { 'api.json': api({ paths: { '/a': { get: operation('a') } } }) },
  flags: [`--${flag}`, value],
  want: { problem: `flag-${flag}` },
});

/** File names that depend on a spec or an option. */
export const fileNames: HostileTable = [
  [
    'tags that climb out of the folder',
    tagged('../../../../tmp/pwned', '..\\..\\pwned', '/etc/pwned', 'C:\\pwned', '~/pwned'),
  ],
  ['tags that are not names', tagged('.', '..', '...', ' ', '-', '/', '\\', '\u0000', '\u202e')],
  [
    'tags that are devices',
    refusedTags('file-path-invalid', 'CON', 'nul', 'AUX', 'prn', 'COM1', 'lpt9', 'CONIN$', 'con.md'),
  ],
  [
    'tags that differ in case or normal form',
    refusedTags('file-path-case', 'Users', 'users', 'USERS', 'stra\u00dfe', 'STRASSE', '\u00e9', 'e\u0301'),
  ],
  [
    'tags named like generated files',
    tagged(
      'index',
      'types',
      'guides',
      'guides/errors',
      'support',
      'README',
      'package.json',
      '.sdkgen.json',
      'node_modules',
      'dist',
    ),
  ],
  ['a tag that is too long', refusedTags('file-path-invalid', 'long '.repeat(200), '\u{1f600}'.repeat(100))],
  ['a name that climbs out of the folder', flagged('name', '../../pwned')],
  ['a name that is not a name', flagged('name', '\u0007')],
  ['a scope that climbs out of the folder', flagged('scope', '@../../pwned')],
  ['a scope that is code', flagged('scope', "@a'; pwned(); '")],
];
