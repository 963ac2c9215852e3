import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { nameRules } from '../../generator/src/naming/name-templates.js';
import { printHelpers } from '../../generator/src/render/templates.js';

interface Field {
  readonly name: string;
  /** As it is written. */
  readonly type: string;
  readonly about: string;
}

interface View {
  readonly about: string;
  readonly bases: readonly string[];
  readonly fields: readonly Field[];
}

/** The page that lists the data of every template, as Markdown, from the types of the views. */
export function dataPage(folder: string): string {
  const views = readViews(folder);
  const templates = views.get('TemplateViews')?.fields ?? [];
  const rows = [
    ...templates.map(({ name, type }) => [`\`${name.replaceAll("'", '')}\``, type] as const),
    ['each of `docs/guides/`', 'GuideView'] as const,
    ['each of `addons/NAME/package/`', 'PackageView & AddonView'] as const,
  ];
  const sections = [...views].filter(([name]) => name !== 'TemplateViews' && name !== 'EmptyView').map(section);
  return `# The data of the templates

The data of each template, and the helpers to print it: see [custom templates](templates.md) for how to use your own. Generated
by \`npm run reference\` from the types in \`generator/src/render/views/\`, with which the templates are rendered.

"As code" means TypeScript, or Markdown in a page, that is already encoded: print it with \`{{code value}}\`. Other texts may come from
the spec unchanged: print them with the helper for their context. A field that does not exist is an error.

| template | data |
|---|---|
${rows.map(([template, type]) => `| ${template} | ${linked(type, views)} |`).join('\n')}

\`partials/header.hbs\` has the data of the template that includes it. Name templates have \`scope\` and \`name\`; \`method\`, \`arguments\`, \`response\`,
\`errors\` and \`headers\` also \`operationId\`, \`httpMethod\`, \`path\` and \`tag\`; \`payload\` also \`event\`; \`type\` and \`input\` also \`schema\`; \`page\` also
\`tag\`. Their helpers are ${Object.keys(nameRules.helpers)
    .map((name) => `\`${name}\``)
    .join(', ')}.

## Helpers

${Object.keys(printHelpers)
  .map((name) => `\`${name}\``)
  .join(', ')}; blocks: \`if\`, \`unless\`, \`each\`, \`with\`.

| helper | prints |
|---|---|
| \`string\`, \`key\`, \`identifier\`, \`member\` | a text as a literal, as a key of an object, as an identifier, as a method name |
| \`comment text indent\` | an indented documentation comment with a text or a list of paragraphs; empty without text |
| \`text\`, \`markdown\`, \`cell\`, \`span\`, \`cellSpan\` | a text in Markdown: literally, as Markdown without HTML, in a table cell, as code, as code in a table cell |
| \`code\`, \`indent width\` | code unchanged; with \`indent\`, after \`width\` spaces on each line |
| \`json\` | a value as JSON |
| \`concat\`, \`count number noun\` | texts joined, for the helpers above; a number with its noun |

${sections.join('\n')}`;
}

function section([name, { about, bases, fields }]: readonly [string, View]): string {
  const lead = [about, ...bases.map((base) => `With all of [${base}](#${base.toLowerCase()}).`)]
    .filter(Boolean)
    .join(' ');
  const rows = fields.map(
    (field) => `| \`${field.name}\` | \`${field.type.replaceAll('|', '\\|')}\` | ${field.about} |`,
  );
  const table = rows.length === 0 ? '' : `\n| field | type | |\n|---|---|---|\n${rows.join('\n')}\n`;
  return `## ${name}\n${lead === '' ? '' : `\n${lead}\n`}${table}`;
}

function linked(type: string, views: ReadonlyMap<string, View>): string {
  if (type === 'EmptyView') return 'none';
  return type.replace(/\w+/g, (name) => (views.has(name) ? `[${name}](#${name.toLowerCase()})` : name));
}

function readViews(folder: string): ReadonlyMap<string, View> {
  const views = new Map<string, View>();
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement)) views.set(statement.name.text, viewOf(statement));
    }
  }
  return views;
}

function viewOf(declaration: ts.InterfaceDeclaration): View {
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
  const fields = declaration.members.flatMap((member): Field[] => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    return [
      { name: member.name.getText(), type: member.type.getText().replaceAll('readonly ', ''), about: aboutOf(member) },
    ];
  });
  return { about: aboutOf(declaration), bases, fields };
}

function aboutOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const text = comment === undefined || !ts.isJSDoc(comment) ? '' : ts.getTextOfJSDocComment(comment.comment);
  return (text ?? '').replaceAll('\n', ' ');
}
