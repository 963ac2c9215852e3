import { ChatInputError } from '../../../runtime/errors/input-error.js';

/** Remembers which deliveries came; a `Set` is one. */
export interface WebhookStore {
  has(id: string): boolean | Promise<boolean>;
  /** What it gives is ignored, but `false` means that the id was there already: so one of two deliveries at once is a duplicate. */
  add(id: string): unknown;
}

const defaultLimit = 10_000;

/** The ids of the latest deliveries, in the memory of this process. */
export class MemoryWebhookStore implements WebhookStore {
  readonly #ids = new Set<string>();
  readonly #limit: number;

  /**
   * @param options `limit` is how many ids are kept, 10,000 by default; then the oldest makes room
   * @throws {ChatInputError} for a limit below 1.
   */
  constructor({ limit = defaultLimit }: { readonly limit?: number | undefined } = {}) {
    if (!(limit >= 1)) throw new ChatInputError('the option limit must be at least 1', { argument: 'limit' });
    this.#limit = limit;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** `false` when the id was there already. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    for (const oldest of this.#ids) {
      if (this.#ids.size < this.#limit) break;
      this.#ids.delete(oldest);
    }
    this.#ids.add(id);
    return true;
  }

  /** Forgets a delivery that could not be worked on, so that its next attempt is no duplicate. */
  delete(id: string): boolean {
    return this.#ids.delete(id);
  }
}

/** Whether a delivery came before; from now on it did. */
export async function isDuplicate(store: WebhookStore | undefined, id: string | undefined): Promise<boolean> {
  if (store === undefined || id === undefined) return false;
  return (await store.has(id)) || (await store.add(id)) === false;
}
