import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDescription } from '../../src/load/index.js';
import { isArray, isObject, type Json, type JsonObject } from '../../src/schema/index.js';
import { judge } from './judge.js';
import { hostileTexts } from './texts.js';

/** Keywords whose texts have no meaning for a program, anywhere in a spec. */
const spoken = new Set(['title', 'summary', 'description']);
/** Below these, keys are names defined by the spec, and texts are data. */
const named = new Set(['properties', 'schemas', 'parameters', 'examples', 'headers', 'securitySchemes', 'responses']);
const data = new Set(['example', 'default', 'enum', 'const', 'value']);

/** The document with another text at each place of a text for people; counts the places. */
function withTexts(root: Json, textAt: (place: number) => string): { readonly root: Json; readonly places: number } {
  let places = 0;
  const copy = (node: Json, parent: string): Json => {
    if (isArray(node)) return node.map((item) => copy(item, ''));
    if (!isObject(node)) return node;
    const entries = Object.entries(node).map(([key, value]): [string, Json] => {
      if (typeof value === 'string' && spoken.has(key) && !named.has(parent)) return [key, textAt(places++)];
      return [key, data.has(key) && !named.has(parent) ? value : copy(value, key)];
    });
    return Object.fromEntries(entries);
  };
  return { root: copy(root, ''), places };
}

/** Keeps all named schemas and a few paths: generating the whole spec takes seconds. */
function partOf(root: JsonObject, first: number, count: number): JsonObject {
  const paths = Object.entries(isObject(root.paths) ? root.paths : {});
  const chosen = Array.from({ length: count }, (_, index) => paths[(first + index) % paths.length]);
  return { ...root, paths: Object.fromEntries(chosen.flatMap((entry) => (entry ? [entry] : []))) };
}

test('hostile texts anywhere in our own spec only change texts of the output', async () => {
  const { document } = await loadDescription('spec/openapi.yaml', { cwd: process.cwd(), allowRefs: [] });
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'*/\'"`$\\{}<>[]()@|#-\n\r\u2028\u202e\u0000a ') }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(500), fc.array(text, { minLength: 20, maxLength: 40 }), async (first, texts) => {
      const part = partOf(document.root, first, 12);
      const hostile = withTexts(part, (place) => `${texts[place % texts.length]}a`);
      const twin = withTexts(part, () => 'Plain text');
      expect(hostile.places).toBeGreaterThan(100);
      const [given, harmless] = [JSON.stringify(hostile.root), JSON.stringify(twin.root)];
      expect(await judge({ given: { 'api.json': given }, twin: { 'api.json': harmless }, want: 'output' })).toEqual([]);
    }),
    { numRuns: 5 },
  );
}, 300_000);
