import { isObject } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';

export interface Version {
  /** As written, such as `3.0.3`. */
  readonly text: string;
  /** Whether it is 3.0, whose schemas are not JSON Schema 2020-12. */
  readonly legacy: boolean;
}

/** The version of OpenAPI that a description is written in; `undefined`, and a finding, when it can't be read. */
export function readVersion(file: SourceFile, findings: Findings): Version | undefined {
  const root = file.value;
  const here = { file, tokens: [] };
  if (!isObject(root)) {
    const hint = 'It begins with, for instance, `openapi: 3.1.0`.';
    findings.error('not-openapi', here, 'An OpenAPI description is an object with a field `openapi`.', hint);
    return undefined;
  }
  const at = { file, tokens: ['openapi'] };
  const version: unknown = Object.hasOwn(root, 'openapi') ? root.openapi : undefined;
  if (version === undefined) {
    if (Object.hasOwn(root, 'swagger')) {
      const hint = 'Convert it to OpenAPI 3 first, for instance with: npx swagger2openapi OLD -o NEW';
      const message = `This is a Swagger ${String(root.swagger)} description; OpenAPI 3.0 and 3.1 are read.`;
      findings.error('version-unsupported', { file, tokens: ['swagger'] }, message, hint);
    } else {
      const hint = 'An OpenAPI description begins with, for instance, `openapi: 3.1.0`.';
      findings.error('not-openapi', here, 'The field `openapi`, which names the version, is missing.', hint);
    }
    return undefined;
  }
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
