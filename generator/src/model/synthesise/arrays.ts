import { type Constraints, canonical, type Json, type Schema } from '../../schema/index.js';
import type { Filler } from './filler.js';

const LONGEST = 10_000;

/** The array that satisfies the constraints: as short as possible, with the items that `complete` requires. */
export function arrayFor(
  demand: Constraints,
  name: string,
  depth: number,
  variant: number,
  filler: Filler,
): readonly Json[] | undefined {
  const contained = demand.contains.flatMap(({ schema, least }) => {
    return Array.from({ length: Math.min(LONGEST, least) }, () => schema);
  });
  const prefix = Math.max(0, ...demand.arrays.map((layer) => layer.prefix.length));
  const least = Math.max(demand.minItems, filler.leastItems, contained.length > 0 ? prefix + contained.length : 0);
  const wanted = filler.isWanted(depth) ? Math.max(filler.wantedItems, prefix) : 0;
  const count = Math.min(Math.max(least, wanted), demand.maxItems);
  if (least > demand.maxItems || count > LONGEST) return undefined;
  const items: Json[] = [];
  const seen = new Set<string>();
  let shift = variant;
  while (items.length < count) {
    const schemas = schemasFor(demand, items.length, contained[items.length - prefix]);
    const item = filler.fill(schemas, name, depth, shift);
    const text = item === undefined || !demand.unique ? '' : canonical(item);
    const usable = item !== undefined && !(demand.unique && seen.has(text));
    if (usable) {
      items.push(item);
      seen.add(text);
    } else if (item === undefined || shift > variant + 2 * count + 16) {
      return items.length >= least ? items : undefined;
    }
    shift += 1;
  }
  return items;
}

function schemasFor(demand: Constraints, index: number, contained: Schema | undefined): readonly Schema[] {
  const listed = demand.arrays.map(({ prefix, rest }) => prefix[index] ?? rest).filter((part) => part !== undefined);
  const { items: others } = demand.unevaluated;
  if (listed.length === 0) listed.push(contained === undefined ? (others ?? true) : true);
  return contained === undefined ? listed : [...listed, contained];
}
