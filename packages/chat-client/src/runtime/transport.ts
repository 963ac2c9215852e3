import ky, { type Hooks, HTTPError, type KyInstance, type Options } from 'ky';

export type { Hooks, KyInstance, Options as KyOptions };

/** One call, as ky gets it. */
export interface Transmission {
  /** A user's own instance; ky itself by default. */
  readonly instance: KyInstance | undefined;
  readonly url: string;
  readonly options: Options;
}

/**
 * Sends a request with ky, which makes as many tries as `options.retry` allows.
 * @returns `undefined` when a hook ended the call with `ky.stop`.
 */
export function transmit({ instance = ky, url, options }: Transmission): Promise<Response | undefined> {
  return instance(url, options);
}

/** The options that a user's instance was extended with. */
export function optionsOf(instance: KyInstance): Options {
  let options: Options = {};
  instance.extend((defaults) => {
    options = defaults;
    return {};
  });
  return options;
}

/** The reply in an error of ky's own; ky is not asked for its class, since an instance may come from another copy. */
export function replyIn(error: unknown): Response | undefined {
  return error instanceof HTTPError || (error instanceof Error && error.name === 'HTTPError' && 'response' in error)
    ? (error as HTTPError).response
    : undefined;
}
