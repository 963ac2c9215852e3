import type { RenderContext, RenderedFile } from '../context.js';
import type { IndexView, PageLinkView, PageView } from '../views/index.js';
import { aboutText, readingText } from './reading.js';

/** The first snippets of the documentation, as code. */
export interface FirstSteps {
  /** The import and the client. */
  readonly setUp: string;
  /** A call that needs no further code; empty if the spec has no operation. */
  readonly firstCall: string;
}

/** The first in lists of guides. */
const FIRST_GUIDE = 'guides/getting-started.md';

/** The guides among files of the client package, with their first headings as titles. */
export function guidesOf(files: readonly RenderedFile[]): PageLinkView[] {
  const guides = files.flatMap(([path, text]): PageLinkView[] => {
    const title = /^# (.+)$/m.exec(text)?.[1];
    return title !== undefined && /^docs\/guides\/.+\.md$/.test(path)
      ? [{ path: path.slice('docs/'.length), title }]
      : [];
  });
  return guides.sort((left, right) => Number(right.path === FIRST_GUIDE) - Number(left.path === FIRST_GUIDE));
}

/** `docs/index.md` and, for programs, `docs/llms.txt`: the API, the first steps, and links to everything else. */
export function renderIndex(
  { templates, model, names }: RenderContext,
  steps: FirstSteps,
  contents: {
    readonly guides: readonly PageLinkView[];
    readonly pages: readonly PageView[];
    readonly typeCount: number;
  },
): RenderedFile[] {
  const view: IndexView = {
    title: model.info.title,
    ...cutDescription(model.info.description ?? ''),
    summary: model.info.summary ?? '',
    reading: readingText(model.info.reading),
    service: aboutText(model.info.about),
    version: model.info.version,
    operationCount: model.operations.length,
    ...steps,
    clientPackage: names.clientPackage,
    typesPackage: names.typesPackage,
    ...contents,
  };
  return (['docs/index.md', 'docs/llms.txt'] as const).map((path) => [path, templates.render(`${path}.hbs`, view)]);
}

/** The first paragraph, which introduces the API, and the rest; a text that starts with anything else is not split. */
export function cutDescription(description: string): { readonly lead: string; readonly about: string } {
  const [, first = '', rest = ''] = /^\s*(.+?)(?:\n[^\S\n]*\n(.*))?$/s.exec(description.replace(/\r\n?/g, '\n')) ?? [];
  const isParagraph = /^[\p{L}\p{Pi}"'(]/u.test(first) && !/```|~~~|\||\n *(?:=|-|[*+>#]|\d+[.)])/.test(first);
  return isParagraph ? { lead: first, about: rest.trim() } : { lead: '', about: description };
}
