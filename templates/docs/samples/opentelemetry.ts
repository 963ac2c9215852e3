import ky, { type KyInstance } from 'ky';

/** The members of `Span` of `@opentelemetry/api` that are used here. */
export interface Span {
  setAttribute(name: string, value: string | number): unknown;
  recordException(error: Error): void;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
}

export interface Tracer {
  startSpan(name: string, options: { kind: number; attributes: Record<string, string | number> }): Span;
}

/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const client = 2;
const failed = 2;

/**
 * Returns a ky instance that creates a span for each attempt. `inject` writes the span's context into headers such as
 * `traceparent`.
 */
export function tracedKy(tracer: Tracer, inject: (span: Span, headers: Record<string, string>) => void): KyInstance {
  const spans = new WeakMap<object, Span>();
  return ky.extend({
    hooks: {
      beforeRequest: [
        (request, { context }, { retryCount }) => {
          const attributes = {
            'http.request.method': request.method,
            'url.template': String(context.path),
            'http.request.resend_count': retryCount,
          };
          const span = tracer.startSpan(`${request.method} ${context.path}`, { kind: client, attributes });
          spans.set(request, span);
          const carrier: Record<string, string> = {};
          inject(span, carrier);
          for (const [name, value] of Object.entries(carrier)) request.headers.set(name, value);
        },
      ],
    },
    async fetch(request, init) {
      const span = spans.get(Object(request));
      try {
        const response = await fetch(request, init);
        span?.setAttribute('http.response.status_code', response.status);
        if (!response.ok) span?.setStatus({ code: failed, message: String(response.status) });
        return response;
      } catch (error) {
        if (error instanceof Error) span?.recordException(error);
        span?.setStatus({ code: failed });
        throw error;
      } finally {
        span?.end();
      }
    },
  });
}
