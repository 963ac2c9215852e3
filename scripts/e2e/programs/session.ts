/** A request recorded by the mock server. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  header(name: string): string | undefined;
  /** The body of the request. */
  readonly body: string;
  /** The body of the response. */
  readonly reply: string;
}

/** The requests of one check. */
export interface Session {
  readonly baseUrl: string;
  /** The recorded requests; can be called once. */
  requests(): Promise<readonly RecordedRequest[]>;
}

export function openSession(mockUrl: string): Session {
  const baseUrl = `${mockUrl}/__mock/${crypto.randomUUID()}`;
  return {
    baseUrl,
    async requests() {
      const response = await fetch(`${baseUrl}/requests`);
      const recorded = (await response.json()) as Recorded[];
      return recorded.map(({ method, path, query, headers, body, reply }) => ({
        method,
        path,
        query,
        header: (name) => headers.find(([other]) => other.toLowerCase() === name)?.[1],
        body: textOf(body),
        reply: textOf(reply),
      }));
    },
  };
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly reply: string;
}

function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
