import { Node } from 'ts-morph';
import { type Change, matchOperations, nameLikeness, type RuleId, type Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { addTo } from '../problems/index.js';
import { isObject, matches, nodeAt, parsePointer } from '../schema/index.js';
import { addLack, addLacking, argumentName } from './lacking.js';
import type { Packages } from './packages.js';
import { listOf, Pointers } from './pointers.js';
import { addService, addType } from './service.js';
import { type Add, type Context, declarationsOf, type Target, type Targets, withUsers } from './target.js';

/** Rules that require something that may have been omitted. */
const LACKING: ReadonlySet<RuleId> = new Set([
  'required-parameter-added',
  'parameter-became-required',
  'required-property-added',
  'property-became-required',
  'body-became-required',
  'body-always-sent',
  'default-changed',
]);

/** Minimum similarity of two values of an enum for a rename. */
const LIKE_VALUES = 0.5;
/** Maximum number of schemas tried to check one value. */
const MOST_STEPS = 10_000;

/** The operation as a whole. */
const CALLS: ReadonlySet<RuleId> = new Set(['body-argument-changed', 'body-media-type-changed']);
const LOOPS: ReadonlySet<RuleId> = new Set(['pagination-removed', 'pagination-changed']);
const TYPES: ReadonlySet<RuleId> = new Set(['type-removed', 'type-renamed', 'type-split', 'type-deprecated']);
/** Rules that do not belong to the schema of a parameter, body or response. */
const OF_OPERATION = /^(operation|security|reply|error-reply|pagination|body)-|^required-body/;
/** An argument by its name; it may be part of the body. */
const MOVED: ReadonlySet<RuleId> = new Set(['parameter-moved', 'part-serialized']);
const WRITTEN: ReadonlySet<RuleId> = new Set([
  'parameter-moved',
  'parameter-serialized',
  'part-serialized',
  'property-became-read-only',
]);

/** Finds the declarations of the installed packages that changes may affect. */
export function targetsOf(changes: readonly Change[], old: Version, next: Version, packages: Packages): Targets {
  const targets = new Map<Node, Target[]>();
  const context = { old, next, packages, pointers: new Pointers(old, packages), pairs: pairsOf(old, next), changes };
  const add = (nodes: readonly Node[], target: Target): void => {
    for (const node of nodes) addTo(targets, node, target);
  };
  for (const change of changes) {
    // A comparison with a value that is no longer sent still compiles, but is dead code.
    if (change.severity !== 'compatible' || change.rule === 'enum-value-removed') addTargets(change, context, add);
  }
  return targets;
}

function pairsOf(old: Version, next: Version): Context['pairs'] {
  const { pairs } = matchOperations(old.model, next.model);
  return { oldOf: new Map(pairs.map(([was, is]) => [is.id, was])), nextOf: new Map(pairs) };
}

function addTargets(change: Change, context: Context, add: Add): void {
  const { old } = context;
  const { rule } = change;
  const [group = ''] = rule.split('-', 1);
  const operation = operationOf(change, context);
  if (group === 'credential' || /^(server|address)-/.test(rule)) addService(change, operation, context, add);
  else if (TYPES.has(rule)) addType(change, context, add);
  else if (group === 'webhook' || group === 'callback') {
    const event = old.model.webhooks.find(({ pointer }) => change.old !== undefined && pointer.startsWith(change.old));
    const places = context.pointers.fieldsOf(listOf(group), [event?.event ?? '']);
    add(declarationsOf(places), { change, effect: 'any', kind: 'field' });
  } else if (LACKING.has(rule)) addLacking(change, operation, context, add);
  else if (operation !== undefined && OF_OPERATION.test(rule)) addOperation(change, operation, context, add);
  else addField(change, context, add);
}

/** The operation of the old version that a change belongs to. */
function operationOf({ operation, old: pointer, rule }: Change, { old, pairs }: Context): Operation | undefined {
  if (rule === 'operation-removed') return old.model.operations.find((one) => one.pointer === pointer);
  return pairs.oldOf.get(operation ?? '');
}

function addOperation(change: Change, operation: Operation, context: Context, add: Add): void {
  const { old, next, packages, pairs, pointers } = context;
  const { rule, detail } = change;
  const own = old.names.operation(operation);
  const nodes = packages.operation(own.method, own.constant);
  const is = pairs.nextOf.get(operation);
  const now = is === undefined ? undefined : next.names.operation(is);
  if (rule === 'operation-removed' || rule === 'operation-renamed') {
    for (const node of nodes) {
      const key = Node.isMethodDeclaration(node) ? 'method' : 'constant';
      const newName = now?.[key];
      if (newName !== own[key]) add([node], { change, effect: 'any', kind: 'operation', newName });
    }
    // Its types are added and removed with it.
    for (const key of ['arguments', 'response', 'errors', 'headers'] as const) {
      const [name, newName] = [own[key]?.exported, now?.[key]?.exported];
      if (name !== newName) add(packages.exported(name), { change, effect: 'any', kind: 'type', newName });
    }
  } else if (rule.startsWith('reply-header') && own.headers !== undefined && typeof detail === 'string') {
    const places = pointers.fieldsOf(own.headers.exported, [detail]);
    add(declarationsOf(places), { change, effect: 'read', kind: 'field' });
  } else if (rule === 'error-reply-removed' && own.errors !== undefined) {
    const status = operation.responses.find(({ pointer }) => pointer === change.old)?.status ?? '';
    add(declarationsOf(pointers.fieldsOf(own.errors.exported, [status])), { change, effect: 'any', kind: 'field' });
    add(nodes, { change, effect: 'value', name: status, kind: 'operation' });
  } else if (rule === 'body-removed' && own.layout.body?.kind === 'fields') {
    const names = own.layout.body.properties.map(({ name }) => name);
    const places = names.flatMap((name) => pointers.fieldsOf(own.arguments?.exported, [name]));
    add(declarationsOf(places), { change, effect: 'any', kind: 'field' });
  } else if (rule === 'required-body-added') {
    const body = now?.layout.body;
    const names =
      body?.kind === 'argument'
        ? [body.argument]
        : (body?.properties ?? []).flatMap(({ name, required }) => (required ? [name] : []));
    // Arguments that moved into the body are other changes.
    const moved = new Set(own.layout.parameters.map(({ argument }) => argument));
    for (const name of names) if (!moved.has(name)) addLack(name, change, operation, context, add);
  } else add(nodes, { change, effect: LOOPS.has(rule) ? 'loop' : CALLS.has(rule) ? 'call' : 'any', kind: 'operation' });
}

/** A change at a place of the types. */
function addField(change: Change, { old, next, packages, pointers, changes, pairs }: Context, add: Add): void {
  const { rule, detail } = change;
  const operation = pairs.oldOf.get(change.operation ?? '');
  const own = operation === undefined ? undefined : old.names.operation(operation);
  const isArgument = MOVED.has(rule) && typeof detail === 'string' && own?.arguments !== undefined;
  const places = isArgument
    ? pointers.fieldsOf(own.arguments?.exported, [detail])
    : pointers.placesOf(change.old ?? change.place ?? '');
  const declarations = declarationsOf(places);
  if (rule === 'enum-value-removed' || rule === 'enum-value-added') {
    const name = String(detail);
    const isAdded = rule === 'enum-value-added';
    const newName = isAdded ? undefined : renamedValue(change, changes);
    add(withUsers(declarations, packages), {
      change,
      kind: 'value',
      name,
      effect: isAdded ? 'switch' : 'value',
      newName,
    });
  } else if (rule === 'filter-operator-removed')
    add(declarations, { change, effect: 'key', name: String(detail), kind: 'field' });
  else if (rule === 'property-renamed' || rule === 'parameter-renamed') {
    const newName =
      rule === 'property-renamed' ? parsePointer(change.next ?? '')?.at(-1) : argumentName(change, next, pairs);
    add(declarations, { change, effect: 'any', kind: 'field', newName });
  } else if (/^(property|parameter|filter-field)-(removed|deprecated)$/.test(rule))
    add(declarations, { change, effect: 'any', kind: 'field' });
  else {
    // A change of a type affects the fields of that type.
    const effects = WRITTEN.has(rule) ? (['write'] as const) : (['read', 'write'] as const);
    const accepts = acceptor(change, next);
    for (const effect of effects) add(withUsers(declarations, packages), { change, effect, kind: 'field', accepts });
    if (/^(union-member|discriminator)-/.test(rule))
      add(withUsers(declarations, packages), { change, effect: 'switch', kind: 'value' });
  }
}

/** Rules about accepted values: values that are still valid are not affected. */
const NARROWING: ReadonlySet<RuleId> = new Set([
  'bound-narrowed',
  'type-narrowed',
  'type-changed',
  'null-refused',
  'enum-set',
  'format-changed',
  'union-member-removed',
]);

function acceptor({ rule, next: pointer }: Change, { root, model }: Version): Target['accepts'] {
  const schema = NARROWING.has(rule) && pointer !== undefined ? nodeAt(root, parsePointer(pointer) ?? []) : undefined;
  if (!isObject(schema)) return undefined;
  return (value) =>
    matches(value, schema, {
      resolve: (ref) => model.resolve(ref),
      isHidden: () => false,
      overlap: 'tagged',
      steps: MOST_STEPS,
      known: new Map(),
    });
}

/** The new value if it is the only one and replaces the only removed one, with a similar name. */
function renamedValue({ old, detail }: Change, changes: readonly Change[]): string | undefined {
  const at = changes.filter((one) => one.old === old);
  const valuesOf = (rule: RuleId): readonly string[] => [
    ...new Set(at.flatMap((one) => (one.rule === rule && typeof one.detail === 'string' ? [one.detail] : []))),
  ];
  const [removed, added] = [valuesOf('enum-value-removed'), valuesOf('enum-value-added')];
  const alike = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const same = added.filter((value) => alike(value) === alike(String(detail)));
  const [is, ...others] = same.length > 0 || removed.length > 1 ? same : added;
  const isAlike = same.length > 0 || nameLikeness(String(detail), is ?? '') >= LIKE_VALUES;
  return isAlike && others.length === 0 ? is : undefined;
}
