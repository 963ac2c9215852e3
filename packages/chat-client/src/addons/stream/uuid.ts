/** Returns a random UUID, version 4 (RFC 9562, section 5.4). Pages without TLS have no `crypto.randomUUID`. */
export function uuid(): string {
  return (
    crypto.randomUUID?.() ??
    '00000000-0000-4000-8000-000000000000'.replace(/[08]/g, (digit) => {
      const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
      return (digit === '8' ? 8 + (random % 4) : random % 16).toString(16);
    })
  );
}
