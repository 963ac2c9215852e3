import { isObject, type JsonObject } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';

export interface Version {
  /** As written, such as `3.0.3`. */
  readonly text: string;
  /** Whether it is 3.0, whose schemas are not JSON Schema 2020-12. */
  readonly legacy: boolean;
}

/**
 * Checks the root object.
 *
 * @returns the OpenAPI version of the document; `undefined`, with a finding, if it can't be read.
 */
export function checkRoot(file: SourceFile, findings: Findings): Version | undefined {
  const here = { file, tokens: [] };
  const root = file.value;
  if (!isObject(root)) {
    const hint = 'It starts with, for instance, `openapi: 3.1.0`.';
    findings.error('not-openapi', here, 'An OpenAPI document is an object with a field `openapi`.', hint);
    return undefined;
  }
  const version = readVersion(file, root, findings);
  if (version === undefined) return undefined;
  const { info } = root;
  if (!isObject(info)) {
    const hint = 'Add `info` with a `title` and a `version`.';
    findings.warning('info-missing', here, 'The spec has no `info`.', hint);
  } else {
    for (const [key, example] of [
      ['title', 'Pets'],
      ['version', "'1.0'"],
    ] as const) {
      if (typeof info[key] === 'string') continue;
      const at = { file, tokens: Object.hasOwn(info, key) ? ['info', key] : ['info'] };
      const hint = `Write it as a string, such as \`${key}: ${example}\`.`;
      findings.warning('info-incomplete', at, `\`info\` has no \`${key}\`, or one that is not a string.`, hint);
    }
  }
  const alternatives = version.legacy ? ['paths'] : ['paths', 'components', 'webhooks'];
  if (!alternatives.some((key) => Object.hasOwn(root, key))) {
    const missing = version.legacy ? 'no `paths`' : 'none of `paths`, `components` and `webhooks`';
    findings.warning(
      'paths-missing',
      here,
      `The spec has ${missing}.`,
      'Add `paths`, which may be empty: `paths: {}`.',
    );
  }
  return version;
}

function readVersion(file: SourceFile, root: JsonObject, findings: Findings): Version | undefined {
  const version = Object.hasOwn(root, 'openapi') ? root.openapi : undefined;
  if (version === undefined && Object.hasOwn(root, 'swagger')) {
    const hint = 'Convert it to OpenAPI 3 first, for instance with: npx swagger2openapi OLD -o NEW';
    const message = `This is a Swagger ${String(root.swagger)} document; only OpenAPI 3.0 and 3.1 are supported.`;
    findings.error('version-unsupported', { file, tokens: ['swagger'] }, message, hint);
    return undefined;
  }
  if (version === undefined) {
    const hint = 'An OpenAPI document starts with, for instance, `openapi: 3.1.0`.';
    const message = 'The field `openapi` with the version is missing.';
    findings.error('not-openapi', { file, tokens: [] }, message, hint);
    return undefined;
  }
  const at = { file, tokens: ['openapi'] };
  // `openapi: 3.1` and `3.0` without quotes are numbers in YAML.
  const text = typeof version === 'number' ? version.toFixed(1) : version;
  const minor = typeof text === 'string' ? /^3\.(\d+)(?:\.\d+)?(?:-.+)?$/.exec(text)?.[1] : undefined;
  if (typeof text !== 'string' || minor === undefined) {
    const message = `The version ${JSON.stringify(version)} is not supported; OpenAPI 3.0 and 3.1 are.`;
    const hint = 'Use the version of OpenAPI, not of your API: for instance `openapi: 3.1.0`.';
    findings.error('version-unsupported', at, message, hint);
    return undefined;
  }
  if (Number(minor) > 1) {
    const message = `OpenAPI ${text} is read as 3.1: of its new features, only the method \`query\` is supported.`;
    findings.warning('version-newer', at, message, 'If the spec uses none of them, no action is needed.');
  }
  return { text, legacy: minor === '0' };
}
