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
 * Checks what OpenAPI demands of the root object.
 *
 * @returns the version of OpenAPI of the document; `undefined`, and a finding, when it can't be read.
 */
export function checkRoot(file: SourceFile, findings: Findings): Version | undefined {
  const here = { file, tokens: [] };
  const root = file.value;
  if (!isObject(root)) {
    const hint = 'It begins with, for instance, `openapi: 3.1.0`.';
    findings.error('not-openapi', here, 'An OpenAPI description is an object with a field `openapi`.', hint);
    return undefined;
  }
  const version = readVersion(file, root, findings);
  if (version === undefined) return undefined;
  const { info } = root;
  if (!isObject(info)) {
    const hint = 'Add `info` with a `title` and a `version`.';
    findings.warning('info-missing', here, 'The description has no `info`.', hint);
  } else {
    for (const [key, example] of [
      ['title', 'Pets'],
      ['version', "'1.0'"],
    ] as const) {
      if (typeof info[key] === 'string') continue;
      const at = { file, tokens: Object.hasOwn(info, key) ? ['info', key] : ['info'] };
      const hint = `Write it as a text, such as \`${key}: ${example}\`.`;
      findings.warning('info-incomplete', at, `\`info\` has no \`${key}\`, or one that is not a text.`, hint);
    }
  }
  const alternatives = version.legacy ? ['paths'] : ['paths', 'components', 'webhooks'];
  if (!alternatives.some((key) => Object.hasOwn(root, key))) {
    const missing = version.legacy ? 'no `paths`' : 'none of `paths`, `components` and `webhooks`';
    findings.warning(
      'paths-missing',
      here,
      `The description has ${missing}.`,
      'Add `paths`, be it empty: `paths: {}`.',
    );
  }
  return version;
}

function readVersion(file: SourceFile, root: JsonObject, findings: Findings): Version | undefined {
  const version = Object.hasOwn(root, 'openapi') ? root.openapi : undefined;
  if (version === undefined && Object.hasOwn(root, 'swagger')) {
    const hint = 'Convert it to OpenAPI 3 first, for instance with: npx swagger2openapi OLD -o NEW';
    const message = `This is a Swagger ${String(root.swagger)} description; OpenAPI 3.0 and 3.1 are read.`;
    findings.error('version-unsupported', { file, tokens: ['swagger'] }, message, hint);
    return undefined;
  }
  if (version === undefined) {
    const hint = 'An OpenAPI description begins with, for instance, `openapi: 3.1.0`.';
    const message = 'The field `openapi`, which names the version, is missing.';
    findings.error('not-openapi', { file, tokens: [] }, message, hint);
    return undefined;
  }
  const at = { file, tokens: ['openapi'] };
  // `openapi: 3.1` without quotes is a number in YAML.
  const text = typeof version === 'number' ? String(version) : version;
  const minor = typeof text === 'string' ? /^3\.(\d+)(?:\.\d+)?(?:-.+)?$/.exec(text)?.[1] : undefined;
  if (typeof text !== 'string' || minor === undefined) {
    const message = `The version ${JSON.stringify(version)} is not supported; OpenAPI 3.0 and 3.1 are read.`;
    const hint = 'Give the version of OpenAPI, not of your API: for instance `openapi: 3.1.0`.';
    findings.error('version-unsupported', at, message, hint);
    return undefined;
  }
  if (Number(minor) > 1) {
    const message = `OpenAPI ${text} is read as 3.1: what is new in it is ignored.`;
    findings.warning('version-newer', at, message, 'If the description uses nothing new, there is nothing to do.');
  }
  return { text, legacy: minor === '0' };
}
