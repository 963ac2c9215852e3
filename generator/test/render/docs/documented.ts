/** A field as a reference page shows it; `type` is TypeScript. */
export interface Row {
  /** 0 for an argument or a field of the response itself. */
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** The facts on a reference page about one operation, or in `types.md` about one type. */
export interface Section {
  readonly name: string;
  readonly parameters: readonly Row[];
  /** A type; empty if the section has no response. */
  readonly response: string;
  readonly fields: readonly Row[];
  /** Types by status. */
  readonly errors: readonly (readonly [status: string, type: string])[];
  /** The item of all pages; empty if it is not paged. */
  readonly item: string;
}

/** The sections of a page. Links become `types.NAME`. */
export function sectionsOf(markdown: string): readonly Section[] {
  const [, ...sections] = markdown.replace(/^```.*?^```$/gms, '').split(/^## /m);
  return sections.map((section) => {
    const [title = '', ...lines] = section.split('\n');
    const after = (label: string): string => lines.find((line) => line.startsWith(label))?.slice(label.length) ?? '';
    return {
      name: title.replaceAll('\\', ''),
      parameters: tableOf(lines, /^\| (?:Parameter|Property) \|/),
      response: typeOf(after('Response: ')),
      fields: tableOf(lines, /^\| Response field \|/),
      errors: [...after('Errors: ').matchAll(/`([1-5](?:\d\d|XX)|default)`(?: (.*?))?(?=, `[1-5d]|$)/g)].map(
        ([, status = '', type = '']) => [status, typeOf(type)] as const,
      ),
      item: typeOf(after('Iterable: ').replace(/ of \[.*$/, '')),
    };
  });
}

function tableOf(lines: readonly string[], head: RegExp): readonly Row[] {
  const start = lines.findIndex((line) => head.test(line));
  if (start === -1) return [];
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end === -1 ? rest.length : end).map((line): Row => {
    const [, name = '', type = '', required = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [dots = ''] = /^[·\s]*/.exec(name) ?? [];
    return {
      depth: [...dots].filter((sign) => sign === '·').length,
      name: codeIn(name),
      type: typeOf(type),
      required: required === 'Yes',
    };
  });
}

/** The text of a type in code spans and links. */
function typeOf(text: string): string {
  return codeIn(text.replace(/\[`([^`]+)`\]\([^)]*\)/g, '`types.$1`'));
}

function codeIn(text: string): string {
  return [...text.matchAll(/(`+) ?(.*?) ?\1/g)].map(([, , code = '']) => code.replaceAll('\\|', '|')).join('');
}
