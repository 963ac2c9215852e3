import { bodiesOf } from '../model/bodies.js';
import { oncePerModel } from '../model/directions.js';
import type { Model, Operation } from '../model/model.js';
import { namedReference, reach, referencedName, type Schema } from '../schema/index.js';
import type { Change } from './change.js';

/** The operations that use a schema: in requests, in responses or errors, and all. */
export interface Use {
  readonly request: ReadonlySet<Operation>;
  readonly reply: ReadonlySet<Operation>;
  readonly all: ReadonlySet<Operation>;
}

const unused: Use = { request: new Set(), reply: new Set(), all: new Set() };

/** Which operations use the named schemas of a model. */
export const reachIn = oncePerModel((model) => new Reach(model));

/** Finds the operations that use each named schema. */
class Reach {
  readonly #model: Model;
  readonly #uses = new Map<string, Record<keyof Use, Set<Operation>>>();
  /** The named schemas that a named schema refers to directly. */
  readonly #links = new Map<string, readonly string[]>();

  constructor(model: Model) {
    this.#model = model;
    for (const operation of model.operations) {
      const { parameters, responses } = operation;
      this.#count(operation, [...parameters, ...bodiesOf(operation)], 'request');
      this.#count(operation, [...responses, ...responses.flatMap(({ headers = [] }) => headers)], 'reply');
    }
  }

  /** The named schemas that some schemas refer to, directly or indirectly. */
  namesFrom(schemas: readonly Schema[]): ReadonlySet<string> {
    const found = new Set(this.#namesIn(schemas));
    for (const key of found) for (const link of this.#linksOf(key)) found.add(link);
    return found;
  }

  /** The operations in the order of the OpenAPI document. */
  of(key: string): Use {
    return this.#uses.get(key) ?? unused;
  }

  #count(operation: Operation, roots: readonly { readonly schema?: Schema }[], way: keyof Use): void {
    for (const key of this.namesFrom(roots.map(({ schema }) => schema ?? true))) {
      const use = this.#uses.get(key) ?? { request: new Set(), reply: new Set(), all: new Set() };
      this.#uses.set(key, use);
      use[way].add(operation);
      use.all.add(operation);
    }
  }

  #linksOf(key: string): readonly string[] {
    const links = this.#links.get(key) ?? this.#namesIn([this.#model.resolve(namedReference(key)) ?? true]);
    this.#links.set(key, links);
    return links;
  }

  /** The named schemas that some schemas refer to, also through references to other places. */
  #namesIn(roots: readonly Schema[]): readonly string[] {
    const found = new Set<string>();
    const resolve = (ref: string) => {
      const key = referencedName(ref);
      if (key === undefined) return this.#model.resolve(ref);
      found.add(key);
      return undefined;
    };
    reach(roots, { resolve });
    return [...found];
  }
}

/** The operations that use a shared schema, and their common tag. */
export function reachOf({ all }: Use): Pick<Change, 'reaches' | 'tag'> {
  const [tag, ...others] = new Set([...all].map((operation) => operation.tag));
  return { reaches: [...all].map(({ id }) => id), tag: others.length === 0 ? tag : undefined };
}
