import type { ErrorContext } from './errors/error.js';
import type { Redact } from './redact.js';

/** One thing that happened to a call. No field holds a secret. */
export interface LogRecord {
  readonly event: 'sent' | 'received' | 'retried' | 'failed';
  readonly method: string | undefined;
  /** The path template. */
  readonly path: string | undefined;
  /** Which try this is, from 1. */
  readonly try: number;
  readonly status?: number;
  readonly requestId?: string | undefined;
  /** Milliseconds since this try began. */
  readonly durationMs?: number;
  /** Milliseconds until the next try. */
  readonly delayMs?: number;
  /** Name and message of the error. */
  readonly error?: string;
  /** Text that was sent; only with `logBodies`. */
  readonly body?: string;
}

/** Such as `console`: what is sent and received goes to `debug`, another try to `warn`, a failed call to `error`. */
export interface Logger {
  debug(message: string, record: LogRecord): void;
  info(message: string, record: LogRecord): void;
  warn(message: string, record: LogRecord): void;
  error(message: string, record: LogRecord): void;
}

const levels = { sent: 'debug', received: 'debug', retried: 'warn', failed: 'error' } as const;

/** Writes one record, if there is a logger. A logger that fails does not fail the call. */
export function log(
  logger: Logger | undefined,
  context: ErrorContext,
  redact: Redact,
  record: Omit<LogRecord, 'method' | 'path'>,
): void {
  if (logger === undefined) return;
  const { method, path } = context;
  const clean = Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  );
  try {
    logger[levels[record.event]](`${method} ${path} ${record.event}`, { ...record, ...clean, method, path });
  } catch {
    // Logging is not worth a call.
  }
}
