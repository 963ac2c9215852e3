import { ChatInputError } from '../../../runtime/errors/input-error.js';

/** Stores the ids of deliveries, such as a `Set`. */
export interface WebhookStore {
  has(id: string): boolean | Promise<boolean>;
  /**
   * Adds an id. Return `false` if it was already present, so that one of two concurrent deliveries is a duplicate; other return
   * values are ignored.
   */
  add(id: string): unknown;
}

const defaultLimit = 10_000;

/** Keeps the ids of the latest deliveries in memory. */
export class MemoryWebhookStore implements WebhookStore {
  readonly #ids = new Set<string>();
  readonly #limit: number;

  /**
   * @param options `limit` is the maximum number of ids (default: 10000); the oldest are removed first
   * @throws {ChatInputError} if `limit` is less than 1.
   */
  constructor({ limit = defaultLimit }: { readonly limit?: number | undefined } = {}) {
    if (!(limit >= 1)) throw new ChatInputError('the option limit must be at least 1', { argument: 'limit' });
    this.#limit = limit;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Returns `false` if the id was already present. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    for (const oldest of this.#ids) {
      if (this.#ids.size < this.#limit) break;
      this.#ids.delete(oldest);
    }
    this.#ids.add(id);
    return true;
  }

  /** Removes a delivery whose processing failed, so that its next attempt is not a duplicate. */
  delete(id: string): boolean {
    return this.#ids.delete(id);
  }
}

/** Whether a delivery was received before; stores it. */
export async function isDuplicate(store: WebhookStore | undefined, id: string | undefined): Promise<boolean> {
  if (store === undefined || id === undefined) return false;
  return (await store.has(id)) || (await store.add(id)) === false;
}
