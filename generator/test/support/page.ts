import { levelsOf, outputs, type Row } from './row.js';

/** The page that lists what is supported, as Markdown. */
export function supportPage(rows: readonly Row[]): string {
  const objects = [...new Set(rows.map(({ object }) => object))];
  return `# What is supported

Every object and keyword of OpenAPI 3.0, OpenAPI 3.1 and JSON Schema 2020-12, and which outputs support it. Each row is a small document
in \`generator/test/support/rows\`: \`npm run test:slow -- support\` generates its packages, compiles them, runs their tests, and checks each column.

- **yes**: supported.
- **warns**: not supported; a warning with file, line and column states what happens instead.
- **refused**: an error with file, line and column; nothing is generated.
- **–**: not applicable to this output: a type cannot exclude strings that are too long.

A schema without \`type\` has the type that its keywords are for: \`properties\` make it an object, \`items\` an array, although JSON Schema lets
any other value pass too. The type of a field that only \`then\`, \`else\` or \`dependentSchemas\` describe is the one that they define. References
to other folders and servers are rejected unless [\`--allow-ref\`](problems/ref-outside.md) allows the place.

The types are those of the types package; the client is what is sent and how responses are read; the mock is which requests \`sdkgen mock\` rejects;
the docs are the reference pages of the client package; diff is whether \`sdkgen diff\` reports when it is added.

${objects
  .map((object) =>
    section(
      object,
      rows.filter((row) => row.object === object),
    ),
  )
  .join('\n')}`;
}

function section(object: string, rows: readonly Row[]): string {
  return `## ${object}

| | example | types | client | mock | docs | diff | |
|---|---|---|---|---|---|---|---|
${rows.map(line).join('\n')}
`;
}

function line(row: Row): string {
  const [keyword = '', ...rest] = row.name.split(',');
  const levels = levelsOf(row);
  const cells = [
    `\`${keyword}\`${rest.length > 0 ? `,${rest.join(',')}` : ''}`,
    row.openapi,
    ...outputs.map((output) => levels[output]),
    row.expected.note ?? '',
  ];
  return `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
}
