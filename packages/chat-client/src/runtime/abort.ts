interface Waiting {
  readonly actions: Set<() => void>;
  readonly listener: () => void;
}

const waitingOn = /* @__PURE__ */ new WeakMap<AbortSignal, Waiting>();

/**
 * Runs an action when a signal aborts, unless the function that it gives is called first. However many calls share a signal, it
 * has one listener of theirs, and none when they are done: platforms warn about more than a few.
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
