import { errorProblem, type Problem } from '../problems/index.js';

export function isUrl(file: string): boolean {
  return /^https?:/i.test(file);
}

export function notEditable(file: string): Problem {
  const message = 'This part of the spec cannot be edited: it is not a local file.';
  const hint = 'Download it into the folder of the spec, and change the references to it.';
  return errorProblem('adopt-file', { file }, message, hint);
}

export function inTheWay(file: string): Problem {
  const message = 'A new path would be written to this file, which exists and is not part of the spec.';
  return errorProblem('adopt-file', { file }, message, 'Move it elsewhere, or refer to it from the spec.');
}

export function tooOld(file: string): Problem {
  const message = 'Only an OpenAPI 3.1 spec can be edited: this one is 3.0.';
  return errorProblem('adopt-version', { file }, message, 'Convert it to 3.1 first.');
}
