/**
 * Returns a random UUID, version 4 (RFC 9562, section 5.4), that identifies a request. Pages without TLS have no
 * `crypto.randomUUID`, and React Native has no `crypto`.
 */
export function uuid(): string {
  return (
    globalThis.crypto?.randomUUID?.() ??
    '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, (digit) =>
      Math.floor(digit === '8' ? 8 + Math.random() * 4 : Math.random() * 16).toString(16),
    )
  );
}
