import type { Problem } from '../problems/index.js';

export function isUrl(file: string): boolean {
  return /^https?:/i.test(file);
}

export function notEditable(file: string): Problem {
  return {
    code: 'adopt-file',
    severity: 'error',
    message: 'The spec is edited, and this part of it is not a file.',
    file,
    hint: 'Download it into the folder of the spec, and refer to it there.',
  };
}

export function inTheWay(file: string): Problem {
  return {
    code: 'adopt-file',
    severity: 'error',
    message: 'New paths belong into a file of this name, which exists and is not part of the spec.',
    file,
    hint: 'Move it elsewhere, or refer to it from the spec.',
  };
}

export function tooOld(file: string): Problem {
  return {
    code: 'adopt-version',
    severity: 'error',
    message: 'Only a spec of OpenAPI 3.1 can be edited: this one is of 3.0.',
    file,
    hint: 'Raise it to 3.1 first, then adopt.',
  };
}
