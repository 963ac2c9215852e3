import { errorProblem, hasErrors, type Problem, ProblemsError } from '../problems/index.js';
import { formatPointer, getObject, isObject, type JsonObject, parsePointer } from '../schema/index.js';
import { type Bundle, bundle } from './bundle/bundle.js';
import { finishBytes } from './bundle/bytes.js';
import { checkRoot } from './bundle/check-root.js';
import { Files, type Opened } from './bundle/files.js';
import { finishOperations } from './bundle/operations.js';
import { finishSchemas } from './bundle/schemas.js';
import { separateStreams } from './bundle/streams.js';
import type { BundledDocument } from './document.js';
import { Overlays } from './overlay/overlays.js';
import { type Finding, Findings, sortProblems, toProblem } from './places/findings.js';
import { Positions } from './places/positions.js';
import { existingPlace, isWithin, placeKey, type SourceFile, writtenPlace } from './places/source-file.js';
import { type Read, Reader, type ReadOptions } from './read/reader.js';
import { selectOperations } from './select.js';

export interface LoadOptions extends ReadOptions {
  /**
   * Whether numbers with the format `date-time` are date-times, whose text (RFC 3339) requests may contain: for a service whose
   * unit is known. Otherwise they are numbers, since OpenAPI does not define that format for numbers.
   */
  readonly numberDateTimes?: boolean;
  /** The type of integers with the format `int64`; `number`, with a warning, if absent. */
  readonly int64?: 'number' | 'number-or-string' | undefined;
  /** Whether operations are not separated into several. */
  readonly asWritten?: boolean;
  /** See `Selection`. */
  readonly select?: readonly string[];
  readonly exclude?: readonly string[];
  readonly keep?: readonly string[];
}

/** The result of reading a spec, including errors. */
export interface Loading {
  /** Absent if the spec could not be read. */
  readonly document: BundledDocument | undefined;
  /** Absent together with the document. */
  readonly bundle: Bundle | undefined;
  /** Absent if the spec could not be parsed. */
  readonly root: SourceFile | undefined;
  readonly inputs: readonly SourceFile[];
  readonly findings: readonly Finding[];
  /** The places of unselected operations and components: problems there are ignored. */
  readonly leftOut: ReadonlySet<string>;
  /** Problems without a location in a parsed file. */
  readonly problems: readonly Problem[];
  readonly positions: Positions;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 spec in JSON or YAML, with all files that it refers to, into one document.
 *
 * @param source A path (relative to `options.cwd` or absolute) or an http(s) URL.
 * @returns The document and the warnings.
 * @throws {ProblemsError} With all problems, if at least one of them is an error.
 */
export async function loadDescription(
  source: string,
  options: LoadOptions,
): Promise<{ readonly document: BundledDocument; readonly problems: readonly Problem[] }> {
  const loading = await readDescription(source, options);
  const problems = problemsOf(loading, loading.findings);
  if (loading.document === undefined || hasErrors(problems)) {
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
  unread.push(...unreadProblem(opened, reader.nameOf(source), 'spec'));
  if (!opened.ok || unread.length > 0) return ended();
  const root = opened.file;
  const version = checkRoot(root, findings);
  if (version === undefined) return ended(root);
  const bundled = await bundle(root, files, findings, {
    legacy: version.legacy,
    numberDateTimes: options.numberDateTimes === true,
    int64: options.int64,
  });
  if (bundled === undefined) return ended(root);
  // 3.0 was converted to 3.1.
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
  if (options.asWritten !== true) separateStreams(bundled);
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
  missing: 'Check the path: it is relative to the working folder, or to the configuration file that contains it.',
  unreadable: 'Use a file that you can read, or the URL of the spec itself.',
  'too-large': 'Check that it is the right file.',
  outside: 'Use the URL of the spec itself.',
};

/** Why a file of the command line or configuration could not be read, unless it is already reported. */
function unreadProblem(opened: Opened, file: string, what: 'spec' | 'overlay'): Problem[] {
  if (opened.ok || opened.reported) return [];
  const { code, reason } = opened.read;
  const message = `The ${what} can't be read: ${reason}.`;
  return [errorProblem(`source-${code}`, { file }, message, UNREAD_HINTS[code])];
}

/** The findings with their positions, and problems without one, sorted by file and line. */
export function problemsOf(loading: Loading, findings: readonly Finding[]): Problem[] {
  const meant = findings.filter(({ place }) => !isWithin(place, loading.leftOut));
  const problems = [...loading.problems, ...meant.map((finding) => toProblem(finding, loading.positions))];
  return sortProblems(
    problems,
    loading.inputs.map((file) => file.name),
  );
}
