import type { Json } from '../../schema/index.js';
import { MAX_ALIASED_NODES, MAX_DEPTH, MAX_NODES } from '../limits.js';
import { MANY_HINT, type ParseFault } from './yaml.js';

const HINTS = {
  'too-deep': 'Move parts into components, and refer to them with `$ref`.',
  'alias-bomb': 'Use schemas in components and `$ref`s instead of the aliases.',
  'alias-cycle': 'Define recursion with a schema in components that refers to itself with `$ref`.',
  'too-many-nodes': MANY_HINT,
  'not-unicode': 'Write both halves of the character, or remove it.',
  'not-json': 'Use a finite number, or omit the keyword.',
} as const;

/**
 * Whether a parsed value is a JSON tree that can be walked recursively: limited in depth, without cycles, with a limited number
 * of nodes and of those that YAML aliases add, with finite numbers and well-formed strings.
 */
export function findTreeFault(root: unknown): ParseFault | undefined {
  const tokens: string[] = [];
  const open = new Set<object>();
  const sizes = new Map<object, number>();
  let aliased = 0;
  let written = 0;

  const visit = (value: unknown): ParseFault | number => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return fault('not-json', `${value} is not a JSON value`);
    }
    if (typeof value !== 'object' || value === null) return 1;
    if (open.has(value)) return fault('alias-cycle', 'this alias contains itself');
    const known = sizes.get(value);
    if (known !== undefined) {
      aliased += known;
      return aliased > MAX_ALIASED_NODES
        ? fault('alias-bomb', `YAML aliases add more than ${MAX_ALIASED_NODES} nodes`)
        : known;
    }
    if (tokens.length >= MAX_DEPTH) return fault('too-deep', `more than ${MAX_DEPTH} levels of nesting`);
    open.add(value);
    let size = 1;
    const children: readonly [string, unknown][] | undefined = Array.isArray(value) ? undefined : Object.entries(value);
    const count = children?.length ?? (Array.isArray(value) ? value.length : 0);
    for (let index = 0; index < count; index += 1) {
      const entry = children?.[index];
      const child: unknown = Array.isArray(value) ? value[index] : entry?.[1];
      written += 1;
      tokens.push(entry?.[0] ?? String(index));
      if (written > MAX_NODES) return fault('too-many-nodes', `more than ${MAX_NODES} values`);
      if (isHalved(entry?.[0]) || isHalved(child)) return fault('not-unicode', halved);
      if (typeof child === 'string') {
        tokens.pop();
        continue;
      }
      const result = visit(child);
      if (typeof result !== 'number') return result;
      tokens.pop();
      size += result;
    }
    open.delete(value);
    sizes.set(value, size);
    return size;
  };

  const fault = (code: keyof typeof HINTS, reason: string): ParseFault => {
    const message = `The file can't be read: ${reason}.`;
    // Finding the location would need another parse of the whole file, with positions.
    const at = code === 'too-many-nodes' ? {} : { tokens: [...tokens] };
    return { code: `file-${code}`, message, hint: HINTS[code], ...at };
  };
  const result = visit(root);
  return typeof result === 'number' ? undefined : result;
}

const halved = 'a string contains a lone surrogate, which is not a character';

function isHalved(text: unknown): boolean {
  return typeof text === 'string' && /\p{Surrogate}/u.test(text);
}

/** Whether a parser's result is a JSON value. Call it after {@link findTreeFault} found nothing. */
export function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}
