import type { Hooks, TryDetails } from '../../runtime/index.js';

/** The part of a `Span` of `@opentelemetry/api` that is used here. */
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

/** A span for every try. `inject` writes the span's context into headers, as `traceparent`. */
export function telemetryHooks(tracer: Tracer, inject: (span: Span, headers: Record<string, string>) => void): Hooks {
  const spans = new WeakMap<TryDetails, Span>();
  return {
    beforeRequest(details) {
      const { method, path } = details;
      const attributes = {
        'http.request.method': method,
        'url.template': path,
        'http.request.resend_count': details.try - 1,
      };
      const span = tracer.startSpan(`${method} ${path}`, { kind: client, attributes });
      spans.set(details, span);
      const carrier: Record<string, string> = {};
      inject(span, carrier);
      for (const [name, value] of Object.entries(carrier)) details.headers.set(name, value);
    },
    afterResponse(details, response) {
      const span = spans.get(details);
      span?.setAttribute('http.response.status_code', response.status);
      if (!response.ok) return;
      span?.end();
      spans.delete(details);
    },
    onError(details, error) {
      const span = spans.get(details);
      const name = error instanceof Error ? error.name : 'unknown';
      span?.setAttribute('error.type', name);
      if (error instanceof Error) span?.recordException(error);
      span?.setStatus({ code: failed, message: name });
      span?.end();
    },
  };
}
