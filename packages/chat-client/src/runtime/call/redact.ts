import { isFunction, isObject } from '../known-options.js';

/** Shorter texts occur in messages by chance; replacing them would reveal them. */
const shortestSecret = 4;

/** Replaces all secrets in an external text, such as a server's message or a platform error. */
export type Redact = (text: string) => string;

/** Replaces secrets both as they are and percent-encoded. */
export function createRedactor(secrets: Iterable<string>): Redact {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    forms.add(secret);
    forms.add(new URLSearchParams([['', secret]]).toString().slice(1));
    forms.add(encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')));
  }
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((rest, form) => rest.replaceAll(form, () => '[redacted]'), text);
}

/** An external text as one short line, without secrets and control characters. */
export function excerpt(text: string, redact: Redact, longest: number): string {
  return redact(text)
    .slice(0, 4096)
    .replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' ')
    .trim()
    .slice(0, longest);
}

/** Whether a header set by the caller is likely to contain a secret. */
export function isSecretHeader(name: string): boolean {
  return /auth|cookie|token|secret|key/i.test(name);
}

export function secretsIn(headers: Iterable<readonly [name: string, value: string]>): string[] {
  return [...headers].flatMap(([name, value]) => (isSecretHeader(name) ? [value] : []));
}

/** An error and its chain of causes, as far as they are objects. */
export function chainOf(fault: unknown): object[] {
  const links: object[] = [];
  for (let link = fault; isObject(link) && links.length < 5; link = Object(link).cause) links.push(link);
  return links;
}

/** More values of an error than this are not checked. */
const mostValues = 100;

/**
 * What the caller's own code threw, as the `cause` of an error. If it contains a secret, or objects other than errors, which are
 * not checked, a copy of its texts; `undefined` if these contain a secret.
 */
export function safeCause(fault: unknown, redact: Redact): unknown {
  let count = 0;
  const isClean = (text: string) => redact(text) === text;
  const isSafe = (value: unknown): boolean => {
    if (count++ > mostValues) return false;
    if (Array.isArray(value)) return value.every(isSafe);
    if (!(value instanceof Error)) return !isObject(value) && !isFunction(value) && isClean(String(value));
    return (
      isSafe(value.message) && Reflect.ownKeys(value).every((key) => isSafe(key) && isSafe(Reflect.get(value, key)))
    );
  };
  if (isSafe(fault)) return fault;
  const { message, stack } = Object(fault);
  return fault instanceof Error && isClean(message + stack) ? Object.assign(new Error(message), { stack }) : undefined;
}
