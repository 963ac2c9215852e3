/** Flags of V8 for runs of seconds: Node 20 uses the optimizing compiler so early that it costs more time than it saves. */
export const V8_FLAGS = Number.parseInt(process.versions.node, 10) < 22 ? ['--interrupt-budget=600000'] : [];
