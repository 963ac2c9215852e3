import { sep } from 'node:path';
import { schemeOf } from './location.js';

/** Why a value is invalid, and how to fix it. */
export interface Fault {
  readonly message: string;
  readonly hint: string;
}

/** npm allows 214 characters for the whole name; `-client` and the slash are part of it. */
const LONGEST_PACKAGE_NAME = 214;
const LONGEST_SUFFIX = '-client'.length;

/** https://semver.org, without what package versions do not use. */
const VERSION =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*))*)?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/** npm's rule for scopes, which is its rule for names: lower case, safe in a URL, not starting with `.` or `_`. */
export function scopeFault(scope: string): Fault | undefined {
  if (/^@?[a-z0-9~-][a-z0-9._~-]*$/.test(scope) && scope.length < LONGEST_PACKAGE_NAME / 2) return undefined;
  return {
    message: `${JSON.stringify(scope)} is not a scope that npm accepts.`,
    hint: 'A scope is made of lower-case letters, digits and hyphens, such as @acme.',
  };
}

/** npm's rule for names, and a letter first, because class names are derived from it. */
export function nameFault(name: string): Fault | undefined {
  const isLegal = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/.test(name);
  if (isLegal && name.length + LONGEST_SUFFIX < LONGEST_PACKAGE_NAME / 2) return undefined;
  const suggestion = nameFrom(name);
  return {
    message: `${JSON.stringify(name)} cannot be part of a package name.`,
    hint: `A name is a lower-case letter followed by lower-case letters, digits and hyphens${
      suggestion === '' || suggestion.length > LONGEST_PACKAGE_NAME / 2 ? '' : `, such as ${suggestion}`
    }.`,
  };
}

/** The valid name most similar to a text; empty if the text contains no letter. */
export function nameFrom(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '');
}

export function versionFault(version: string): Fault | undefined {
  if (VERSION.test(version)) return undefined;
  return {
    message: `${JSON.stringify(version)} is not a semantic version.`,
    hint: 'Use three numbers separated by dots, such as 1.2.0.',
  };
}

/** The name of an add-on is the name of its folder. */
export function addonFault(addon: string): Fault | undefined {
  if (/^[a-z][a-z0-9-]*$/.test(addon)) return undefined;
  return {
    message: `${JSON.stringify(addon)} is not a valid name of an add-on.`,
    hint: 'Add-ons are named as their folders in templates/addons: lower-case letters, digits and hyphens.',
  };
}

/** The types that integers of 64 bits can have. */
export const INT64_TYPES = ['number', 'number-or-string'] as const;

export function int64Fault(type: string): Fault | undefined {
  if (INT64_TYPES.some((known) => known === type)) return undefined;
  return {
    message: `${JSON.stringify(type)} is not a type that 64-bit integers can have.`,
    hint: `Use ${INT64_TYPES.join(' or ')}.`,
  };
}

/** Whether a selector matches an operation is checked when the document is read. */
export function selectorFault(selector: string): Fault | undefined {
  const [, kind] = /^(tag|schema):\s*$/.exec(selector) ?? [];
  if (kind === undefined) return undefined;
  return { message: `"${kind}:" is not a selector: the name is missing.`, hint: `Write it as ${kind}:pets.` };
}

/** An OpenAPI document or a `$ref` target: a path, a file URL, or a web URL. */
export function locationFault(location: string): Fault | undefined {
  const scheme = schemeOf(location);
  if (scheme === undefined) {
    if (!location.includes('\u0000')) return backslashFault(location);
  } else if (['http', 'https', 'file'].includes(scheme) && URL.canParse(location)) {
    const isLocal = scheme !== 'file' || ['', 'localhost'].includes(new URL(location).host);
    if (isLocal && !/%2f|%5c|%00/i.test(scheme === 'file' ? location : '')) return undefined;
  }
  return {
    message: `${JSON.stringify(location)} is neither a path nor a URL that can be read.`,
    hint: 'Use a path, or a URL that starts with https:// or http://.',
  };
}

export function pathFault(path: string): Fault | undefined {
  if (schemeOf(path) === undefined && !path.includes('\u0000')) return backslashFault(path);
  return { message: `${JSON.stringify(path)} is not a local path.`, hint: 'Use the path of a local file or folder.' };
}

/** A path as Windows writes it, on another system: it would be one name with backslashes in it. */
function backslashFault(path: string): Fault | undefined {
  if (sep === '\\' || !path.includes('\\')) return undefined;
  return {
    message: `${path} contains backslashes, which separate folders only on Windows.`,
    hint: `Use slashes, which work on every system: ${path.replace(/^[a-z]:/i, '').replaceAll('\\', '/')}.`,
  };
}
