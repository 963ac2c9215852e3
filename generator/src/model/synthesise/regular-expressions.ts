const compiled = new Map<string, RegExp | undefined>();
const COMPILED_LIMIT = 2_000;

/**
 * Compiles the value of `pattern` as JSON Schema demands (ECMA-262 with the flag `u`), or without the flag for the
 * many patterns in the field that escape more than `u` allows. `undefined` for one that is no regular expression in
 * ECMA-262 (`(?i)...`): nothing can be held to it.
 */
export function regularExpression(pattern: string): RegExp | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const expression = tryCompile(pattern, 'u') ?? tryCompile(pattern, '');
  compiled.set(pattern, expression);
  return expression;
}

function tryCompile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
