import type { Problem } from '../problems/index.js';

export function isUrl(file: string): boolean {
  return /^https?:/i.test(file);
}

export function notEditable(file: string): Problem {
  return {
    code: 'adopt-file',
    severity: 'error',
    message: 'This part of the spec cannot be edited: it is not a local file.',
    file,
    hint: 'Download it into the folder of the spec, and change the references to it.',
  };
}

export function inTheWay(file: string): Problem {
  return {
    code: 'adopt-file',
    severity: 'error',
    message: 'A new path would be written to this file, which exists and is not part of the spec.',
    file,
    hint: 'Move it elsewhere, or refer to it from the spec.',
  };
}

export function tooOld(file: string): Problem {
  return {
    code: 'adopt-version',
    severity: 'error',
    message: 'Only an OpenAPI 3.1 spec can be edited: this one is 3.0.',
    file,
    hint: 'Convert it to 3.1 first.',
  };
}
