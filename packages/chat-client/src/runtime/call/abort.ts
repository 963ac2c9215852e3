interface Waiting {
  readonly actions: Set<() => void>;
  readonly listener: () => void;
}

const waitingOn = /* @__PURE__ */ new WeakMap<AbortSignal, Waiting>();

/**
 * Runs an action when a signal aborts. Returns a function that cancels it. All calls that share a signal use one listener,
 * removed after the last of them: platforms warn about many listeners.
 */
export function onAbort(signal: AbortSignal, action: () => void): () => void {
  const waiting = waitingOn.get(signal) ?? startWaiting(signal);
  const { actions, listener } = waiting;
  actions.add(action);
  return () => {
    if (!actions.delete(action) || actions.size > 0 || waitingOn.get(signal) !== waiting) return;
    signal.removeEventListener('abort', listener);
    waitingOn.delete(signal);
  };
}

function startWaiting(signal: AbortSignal): Waiting {
  const actions = new Set<() => void>();
  const listener = () => {
    for (const action of [...actions]) action();
  };
  const waiting = { actions, listener };
  waitingOn.set(signal, waiting);
  signal.addEventListener('abort', listener, { once: true });
  return waiting;
}

/** Waits; ends early when the signal aborts. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const ignore = signal && onAbort(signal, end);
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      ignore?.();
      resolve();
    }
  });
}
