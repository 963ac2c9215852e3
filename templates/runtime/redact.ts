/** Shorter texts turn up in any message by chance: replacing them would say more about them, not less. */
const shortestSecret = 4;

/** Takes every secret out of a text that came from elsewhere: a server's message, a platform's error. */
export type Redact = (text: string) => string;

/** Secrets are replaced as they are and as they stand in a URL. */
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

/** A text from elsewhere in one short line, without secrets and without what a terminal would obey. */
export function excerpt(text: string, redact: Redact, longest: number): string {
  return redact(text)
    .slice(0, 4096)
    .replace(/[\s\0-\x1f\x7f-\x9f]+/g, ' ')
    .trim()
    .slice(0, longest);
}

/** Whether a header that the caller adds is likely to hold a secret. */
export function isSecretHeader(name: string): boolean {
  return /auth|cookie|token|secret|key/i.test(name);
}

/**
 * What the caller's own code threw, as the `cause` of an error; `undefined` where it, or what caused it, shows a secret, or has more
 * in it than can be looked at.
 */
export function safeCause(fault: unknown, redact: Redact): unknown {
  let link = fault;
  for (let depth = 0; depth < 5; depth++) {
    if (!(link instanceof Error)) return isShort(link) && redact(String(link)) === String(link) ? fault : undefined;
    const own = Reflect.ownKeys(link).filter((key) => key !== 'cause');
    const values = own.map((key) => Reflect.get(Object(link), key));
    const text = [link.message, ...own.map(String), ...values.map(String)].join('\n');
    if (!values.every(isShort) || redact(text) !== text) return undefined;
    if (link.cause === undefined) return fault;
    link = link.cause;
  }
  return undefined;
}

function isShort(value: unknown): boolean {
  return typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol';
}
