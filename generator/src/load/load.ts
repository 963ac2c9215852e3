import { type Problem, ProblemsError } from '../problems/index.js';
import { formatPointer, getObject, isObject, type JsonObject, parsePointer } from '../schema/index.js';
import { type Bundle, bundle } from './bundle/bundle.js';
import { finishBytes } from './bundle/bytes.js';
import { checkRoot } from './bundle/check-root.js';
import { Files, type Opened } from './bundle/files.js';
import { finishOperations } from './bundle/operations.js';
import { finishSchemas } from './bundle/schemas.js';
import type { BundledDocument } from './document.js';
import { Overlays } from './overlay/overlays.js';
import { type Finding, Findings, sortProblems, toProblem } from './places/findings.js';
import { Positions } from './places/positions.js';
import { existingPlace, isWithin, placeKey, type SourceFile, writtenPlace } from './places/source-file.js';
import { type Read, Reader, type ReadOptions } from './read/reader.js';
import { selectOperations } from './select.js';

export interface LoadOptions extends ReadOptions {
  /**
   * Whether numbers with the format `date-time` are instants, of which a request may give the text (RFC 3339): a service whose
   * unit of them is known. Else they are numbers, since OpenAPI gives that format no meaning beside a number.
   */
  readonly numberDateTimes?: boolean;
  /** See `Selection`. */
  readonly select?: readonly string[];
  readonly exclude?: readonly string[];
  readonly keep?: readonly string[];
}

/** What reading a description gave, errors included. */
export interface Loading {
  /** Absent when the description could not be read at all. */
  readonly document: BundledDocument | undefined;
  /** Absent together with the document. */
  readonly bundle: Bundle | undefined;
  /** Absent when the description could not be parsed. */
  readonly root: SourceFile | undefined;
  readonly inputs: readonly SourceFile[];
  readonly findings: readonly Finding[];
  /** The places of the operations and components that are not selected: what is wrong there concerns nobody. */
  readonly leftOut: ReadonlySet<string>;
  /** Problems that have no place in a parsed file. */
  readonly problems: readonly Problem[];
  readonly positions: Positions;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 description, JSON or YAML, with all files that its references lead to, and makes one
 * document of it.
 *
 * @param source A path (relative to `options.cwd` or absolute) or an http(s) URL.
 * @returns The document and the warnings.
 * @throws {ProblemsError} With all problems, when at least one of them is an error.
 */
export async function loadDescription(
  source: string,
  options: LoadOptions,
): Promise<{ readonly document: BundledDocument; readonly problems: readonly Problem[] }> {
  const loading = await readDescription(source, options);
  const problems = problemsOf(loading, loading.findings);
  if (loading.document === undefined || problems.some((problem) => problem.severity === 'error')) {
    throw new ProblemsError(problems);
  }
  return { document: loading.document, problems };
}

export async function readDescription(source: string, options: LoadOptions): Promise<Loading> {
  const findings = new Findings();
  const overlays = new Overlays(findings);
  const reader = new Reader(options);
  const files = new Files(reader, overlays);
  const positions = new Positions();
  const unread: Problem[] = [];
  const leftOut = new Set<string>();
  const ended = (root?: SourceFile, bundle?: Bundle, document?: BundledDocument): Loading => {
    return {
      root,
      bundle,
      document,
      inputs: files.inputs,
      findings: findings.all.filter(({ place }) => !isWithin(place, leftOut)),
      leftOut,
      problems: [...files.problems, ...unread],
      positions,
    };
  };

  for (const path of options.overlays ?? [])
    unread.push(...unreadProblem(await files.openOverlay(path, source), reader.nameOf(path), 'overlay'));
  const opened = await files.openSource(source);
  unread.push(...unreadProblem(opened, reader.nameOf(source), 'description'));
  if (!opened.ok || unread.length > 0) return ended();
  const root = opened.file;
  const version = checkRoot(root, findings);
  if (version === undefined) return ended(root);
  const bundled = await bundle(root, files, findings, {
    legacy: version.legacy,
    numberDateTimes: options.numberDateTimes === true,
  });
  // What was 3.0 is 3.1 now.
  if (!/^3\.1(?:\.|$)/.test(version.text)) bundled.root.openapi = '3.1.0';
  overlays.checkApplied();
  const { select = [], exclude = [], keep = [] } = options;
  unread.push(
    ...selectOperations(bundled.root, { select, exclude, keep }, (tokens) => {
      leftOut.add(placeKey(bundled.origins.placeOf(tokens)));
    }),
  );
  if (leftOut.size > 0)
    for (const tokens of partsOf(bundled.root)) leftOut.delete(placeKey(bundled.origins.placeOf(tokens)));
  finishOperations(bundled, findings, version.legacy);
  finishBytes(bundled, findings);
  finishSchemas(bundled, findings);
  return ended(root, bundled, documentOf(bundled, source, version.text, files.inputs, positions));
}

/** The operations and components of a document. */
function partsOf(root: JsonObject): string[][] {
  return ['paths', 'webhooks', 'components'].flatMap((section) =>
    Object.entries(getObject(root, section) ?? {}).flatMap(([name, entries]) =>
      Object.keys(isObject(entries) ? entries : {}).map((key) => [section, name, key]),
    ),
  );
}

function documentOf(
  { root, origins }: Bundle,
  source: string,
  version: string,
  files: readonly SourceFile[],
  positions: Positions,
): BundledDocument {
  return {
    root,
    source,
    version,
    inputs: files.map(({ name, sha256 }) => ({ file: name, sha256 })),
    locate(pointer) {
      const tokens = parsePointer(pointer);
      if (tokens === undefined) return undefined;
      const place = writtenPlace(existingPlace(origins.placeOf(tokens)));
      const position = positions.of(place.file, place.tokens);
      return { file: place.file.name, pointer: formatPointer(place.tokens), ...position };
    },
    frame(location) {
      const file = files.find(({ name }) => name === location.file);
      return file && positions.frame(file, location);
    },
  };
}

const UNREAD_HINTS: Readonly<Record<Exclude<Read, { ok: true }>['code'], string>> = {
  missing: 'Check the path: it starts at the working folder, or at the file of the configuration that names it.',
  unreadable: 'Name a file that you may read, or a URL at which the description itself is.',
  'too-large': 'See whether it is the right file.',
  outside: 'Give the address at which the description really is.',
};

/** Why a file that the user named could not be read, unless that is reported already. */
function unreadProblem(opened: Opened, file: string, what: 'description' | 'overlay'): Problem[] {
  if (opened.ok || opened.reported) return [];
  const { code, reason } = opened.read;
  const message = `The ${what} can't be read: ${reason}.`;
  return [{ code: `source-${code}`, severity: 'error', message, file, hint: UNREAD_HINTS[code] }];
}

/** The findings with their positions, and what has none, in the order of files and lines. */
export function problemsOf(loading: Loading, findings: readonly Finding[]): Problem[] {
  const meant = findings.filter(({ place }) => !isWithin(place, loading.leftOut));
  const problems = [...loading.problems, ...meant.map((finding) => toProblem(finding, loading.positions))];
  return sortProblems(
    problems,
    loading.inputs.map((file) => file.name),
  );
}
