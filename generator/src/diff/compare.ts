import type { Model, Operation } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import type { Change, Comparison, Version } from './change.js';
import { matchOperations, matchSchemas, type OperationMatches } from './match.js';
import { compareOperation } from './operations.js';
import type { Place } from './place.js';
import { Reach, schemaPointer } from './reach.js';
import { Report } from './report.js';
import { type Bump, RULES } from './rules.js';
import { SchemaComparison } from './schemas/comparison.js';
import type { SchemaPairs } from './schemas/walk.js';
import { compareService, matchCredentials } from './service.js';

interface Reaches {
  readonly old: Reach;
  readonly next: Reach;
}

/** What changed between two versions of a description, by what it means to code that calls the API through the client. */
export function compareModels(old: Version, next: Version): Comparison {
  const report = new Report();
  const operations = matchOperations(old.model, next.model);
  const pairs = matchSchemas(old.model, next.model, operations);
  const schemas = new SchemaComparison(old, next, pairs, report);
  compareService(old, next, report);
  const isCredential = matchCredentials(old.model, next.model);
  for (const [was, is] of operations.pairs) {
    const before = old.names.operation(was);
    const after = next.names.operation(is);
    const pair = { old: was, next: is, method: after.method, oldLayout: before.layout, nextLayout: after.layout };
    compareOperation(pair, before.method, isCredential, schemas, report);
  }
  reportOperations(old, next, operations, report);
  const reach = { old: new Reach(old.model), next: new Reach(next.model) };
  compareSchemas(old, next, pairs, reach, schemas, report);
  reportTypes(old, next, operations, report);
  reportInputTypes(old, next, pairs, reach, report);
  schemas.reportTexts();
  return { changes: report.changes, bump: bumpOf(report.changes) };
}

/** The comparison with changes that were found otherwise, and the bump of all. */
export function withChanges({ changes }: Comparison, more: readonly Change[]): Comparison {
  const all = [...changes, ...more];
  return { changes: all, bump: bumpOf(all) };
}

function reportOperations(old: Version, next: Version, { added, removed }: OperationMatches, report: Report): void {
  for (const operation of added) {
    const text = `${codeSpan(next.names.operation(operation).method)} is new: ${codeSpan(`${operation.method.toUpperCase()} ${operation.path}`)}.`;
    report.add('operation-added', { operation: operation.id, tag: operation.tag, next: operation.pointer }, text);
  }
  for (const operation of removed) {
    const text = `${codeSpan(old.names.operation(operation).method)} is gone.`;
    report.add('operation-removed', { operation: operation.id, tag: operation.tag, old: operation.pointer }, text);
  }
}

/** Each named schema by itself, with the operations that it reaches in either version. */
function compareSchemas(
  old: Version,
  next: Version,
  pairs: SchemaPairs,
  { old: oldReach, next: nextReach }: Reaches,
  schemas: SchemaComparison,
  report: Report,
): void {
  const fresh = new Map(next.model.schemas.map(({ name, schema }) => [name, schema]));
  const partners = new Set(pairs.values());
  for (const { name, schema } of old.model.schemas) {
    const partner = pairs.get(name);
    const exported = old.names.schema(name)?.exported ?? name;
    if (partner === undefined) {
      const reached = operationsOf(oldReach, old.model, name);
      const spot = { reaches: reached.map(({ id }) => id), tag: onlyTag(reached), old: schemaPointer(name) };
      report.add('type-removed', spot, `The type ${codeSpan(exported)} is gone.`);
      continue;
    }
    const before = oldReach.of(name);
    const after = nextReach.of(partner);
    const reached = operationsOf(nextReach, next.model, partner);
    const owner = next.names.schema(partner)?.exported ?? partner;
    const place: Place = {
      operation: undefined,
      owner: codeSpan(owner),
      path: '',
      old: schemaPointer(name),
      next: schemaPointer(partner),
      ways: {
        request: before.request.length > 0 || after.request.length > 0,
        reply: before.reply.length > 0 || after.reply.length > 0,
      },
      reaches: reached.map(({ id }) => id),
      tag: onlyTag(reached),
    };
    if (exported !== owner) {
      const spot = { reaches: place.reaches, tag: place.tag, old: place.old, next: place.next };
      report.add('type-renamed', spot, `The type ${codeSpan(exported)} is now ${codeSpan(owner)}.`);
    }
    // What went out of use went with the operations that used it.
    if (reached.length === 0 && oldReach.isUsed(name)) continue;
    schemas.compare(schema, fresh.get(partner) ?? true, place);
  }
  for (const name of fresh.keys()) {
    if (partners.has(name)) continue;
    const reached = operationsOf(nextReach, next.model, name);
    const text = `The type ${codeSpan(next.names.schema(name)?.exported ?? name)} is new.`;
    const spot = { reaches: reached.map(({ id }) => id), tag: onlyTag(reached), next: schemaPointer(name) };
    report.add('type-added', spot, text);
  }
}

/** In the order of the description. */
function operationsOf(reach: Reach, model: Model, name: string): readonly Operation[] {
  const { request, reply, error } = reach.of(name);
  const reached = new Set([...request, ...reply, ...error]);
  return reached.size === 0 ? [] : model.operations.filter((operation) => reached.has(operation));
}

/** The tag that all the operations share: what a change to a shared schema is told under. */
function onlyTag(operations: readonly { readonly tag?: string }[]): string | undefined {
  const tags = new Set(operations.map(({ tag }) => tag));
  const [only] = tags;
  return tags.size === 1 ? only : undefined;
}

/** Types that users import and that are no named schemas: those of arguments, and of replies described in place. */
function reportTypes(old: Version, next: Version, { pairs }: OperationMatches, report: Report): void {
  const exported = new Set(
    next.model.operations.flatMap((operation) => {
      const { arguments: args, response } = next.names.operation(operation);
      return [args?.exported, response?.exported];
    }),
  );
  for (const { name } of next.model.schemas) exported.add(next.names.schema(name)?.exported);
  const broken = new Set(
    report.changes.flatMap((change) => (change.severity === 'breaking' ? [change.operation] : [])),
  );
  for (const [was, is] of pairs) {
    const before = old.names.operation(was);
    const after = next.names.operation(is);
    // A type that went with what it was made for, or that is renamed with its method, is no change of its own.
    if (before.method !== after.method || broken.has(is.id)) continue;
    for (const kind of ['arguments', 'response'] as const) {
      const name = before[kind]?.exported;
      if (name === undefined || exported.has(name)) continue;
      const spot = { operation: is.id, tag: is.tag, old: was.pointer, next: is.pointer };
      report.add('type-removed', spot, `The type ${codeSpan(name)} is gone.`);
    }
  }
}

/** A type that requests had of their own, and that is the same as the reply's now. One that nothing sends any more went with what sent it. */
function reportInputTypes(old: Version, next: Version, pairs: SchemaPairs, reach: Reaches, report: Report): void {
  const exported = new Set(next.inputTypes.values());
  const told = new Set(report.changes.flatMap(({ rule, old: pointer }) => (rule === 'type-renamed' ? [pointer] : [])));
  for (const [key, name] of old.inputTypes) {
    const partner = pairs.get(key);
    // A type that went with its schema, or that is renamed with it, is no change of its own.
    if (exported.has(name) || partner === undefined || told.has(schemaPointer(key))) continue;
    if (reach.next.of(partner).request.length === 0) continue;
    const reached = operationsOf(reach.old, old.model, key);
    const spot = {
      reaches: reached.map(({ id }) => id),
      tag: onlyTag(reached),
      old: schemaPointer(key),
      next: schemaPointer(partner),
    };
    report.add('type-removed', spot, `The type ${codeSpan(name)} is gone.`);
  }
}

function bumpOf(changes: readonly Change[]): Bump {
  if (changes.length === 0) return 'none';
  if (changes.some(({ severity }) => severity === 'breaking')) return 'major';
  return changes.some(({ rule }) => RULES[rule].bump === 'minor') ? 'minor' : 'patch';
}
