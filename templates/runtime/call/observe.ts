import type { Call } from './prepare.js';

/** One event of a call. No field contains a secret. */
export interface LogRecord {
  readonly event: 'sent' | 'received' | 'retried' | 'failed';
  readonly method: string | undefined;
  /** The path template. */
  readonly path: string | undefined;
  /** Number of the attempt, from 1. */
  readonly try: number;
  readonly status?: number;
  readonly requestId?: string | undefined;
  /** Milliseconds since the start of the attempt. */
  readonly durationMs?: number;
  /** Milliseconds until the next attempt. */
  readonly delayMs?: number;
  /** Name and message of the error. */
  readonly error?: string;
  /** The request body if it is text; only with `logBodies`. */
  readonly body?: string;
}

/** A logger such as `console`. Requests and responses are logged with `debug`, retries with `warn`, failed calls with `error`. */
export interface Logger {
  debug(message: string, record: LogRecord): void;
  info(message: string, record: LogRecord): void;
  warn(message: string, record: LogRecord): void;
  error(message: string, record: LogRecord): void;
}

const levels = { sent: 'debug', received: 'debug', retried: 'warn', failed: 'error' } as const;

/** Writes one record, if there is a logger. Errors of the logger are ignored. */
export function log({ core, context, redact }: Call, record: Omit<LogRecord, 'method' | 'path'>): void {
  const { logger } = core.options;
  if (!logger) return;
  const { method, path } = context;
  const clean = Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  );
  try {
    logger[levels[record.event]](`${method} ${path} ${record.event}`, { ...record, ...clean, method, path });
  } catch {
    // A failing logger must not fail the call.
  }
}

/** Name and message of an error. */
export function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
}
