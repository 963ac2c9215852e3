import { Node, type Type } from 'ts-morph';
import { type Change, matchOperations, nameLikeness, type RuleId, type Version } from '../diff/index.js';
import type { Operation } from '../model/model.js';
import { isObject, type Json, matches, nodeAt, optional, parsePointer } from '../schema/index.js';
import type { Packages } from './packages.js';
import { listOf, Pointers, partsOf, type TypePlace } from './pointers.js';

/**
 * How code must use a declaration to be concerned by a change of it.
 *
 * `any`: it names it. `read`, `write`: it takes it from a value, or gives it. `call`: it calls it. `loop`: it iterates over what it
 * returns. `lack`: it makes such a value, or such a call, without `name`. `value`: it writes the literal `name` for it. `key`: it
 * gives it an object with the field `name`. `switch`: it distinguishes its values.
 */
export type Effect = 'any' | 'read' | 'write' | 'call' | 'loop' | 'lack' | 'value' | 'key' | 'switch';

/** What is concerned by a change: a use of a declaration. */
export interface Target {
  readonly change: Change;
  readonly effect: Effect;
  readonly name?: string;
  /** What it is called in the new version: it can be renamed. */
  readonly newName?: string;
  readonly kind: 'operation' | 'type' | 'field' | 'value';
  /** Of what is given: whether the new version takes a value. */
  readonly accepts?: (value: Json) => boolean;
}

export type Targets = ReadonlyMap<Node, readonly Target[]>;

/** Rules by which code must give something that it may have left out. */
const LACKING: ReadonlySet<RuleId> = new Set([
  'required-parameter-added',
  'parameter-became-required',
  'required-property-added',
  'property-became-required',
  'body-became-required',
  'default-changed',
]);

/** Two values of an enum whose names are less alike are two. */
const LIKE_VALUES = 0.5;
/** Schemas that the check of one value tries. */
const MOST_STEPS = 10_000;

/** The operation as a whole. */
const CALLS: ReadonlySet<RuleId> = new Set(['body-argument-changed', 'body-media-type-changed']);
const LOOPS: ReadonlySet<RuleId> = new Set(['pagination-removed', 'pagination-changed']);
/** An argument by its name: it may be of the body. */
const MOVED: ReadonlySet<RuleId> = new Set(['parameter-moved', 'part-serialized']);
const WRITTEN: ReadonlySet<RuleId> = new Set([
  'credential-changed',
  'parameter-moved',
  'parameter-serialized',
  'part-serialized',
  'property-became-read-only',
]);

/** Finds what the installed packages declare for each change that may concern code. */
export function targetsOf(changes: readonly Change[], old: Version, next: Version, packages: Packages): Targets {
  const targets = new Map<Node, Target[]>();
  const context = { old, next, packages, pointers: new Pointers(old, packages), pairs: pairsOf(old, next), changes };
  const add = (nodes: readonly Node[], target: Target): void => {
    for (const node of nodes) targets.set(node, [...(targets.get(node) ?? []), target]);
  };
  for (const change of changes) {
    // A comparison with a value that never comes any more is compatible, and code that makes it is dead.
    if (change.severity !== 'compatible' || change.rule === 'enum-value-removed') addTargets(change, context, add);
  }
  return targets;
}

interface Context {
  readonly old: Version;
  readonly next: Version;
  readonly packages: Packages;
  readonly pointers: Pointers;
  /** What each operation of the old version is now, by either. */
  readonly pairs: {
    readonly oldOf: ReadonlyMap<string, Operation>;
    readonly nextOf: ReadonlyMap<Operation, Operation>;
  };
  readonly changes: readonly Change[];
}

type Add = (nodes: readonly Node[], target: Target) => void;

function pairsOf(old: Version, next: Version): Context['pairs'] {
  const { pairs } = matchOperations(old.model, next.model);
  return { oldOf: new Map(pairs.map(([was, is]) => [is.id, was])), nextOf: new Map(pairs) };
}

function addTargets(change: Change, context: Context, add: Add): void {
  const { old } = context;
  const { rule } = change;
  const [group = ''] = rule.split('-', 1);
  const operation = operationOf(change, context);
  if (group === 'credential' || rule.startsWith('server-')) addService(change, operation, context, add);
  else if (rule === 'type-removed' || rule === 'type-renamed' || rule === 'type-deprecated')
    addType(change, context, add);
  else if (group === 'webhook' || group === 'callback') {
    const event = old.model.webhooks.find(({ pointer }) => change.old !== undefined && pointer.startsWith(change.old));

    const places = context.pointers.fieldsOf(listOf(group), [event?.event ?? '']);
    add(declarationsOf(places), { change, effect: 'any', kind: 'field' });
  } else if (LACKING.has(rule)) addLacking(change, operation, context, add);
  else if (operation !== undefined && isOfOperation(change, operation)) addOperation(change, operation, context, add);
  else addField(change, context, add);
}

/** The operation of the old version that a change is of. */
function operationOf({ operation, old: pointer, rule }: Change, { old, pairs }: Context): Operation | undefined {
  if (rule === 'operation-removed') return old.model.operations.find((one) => one.pointer === pointer);
  return pairs.oldOf.get(operation ?? '');
}

/** Whether a change does not belong to the schema of a parameter, body or response. */
function isOfOperation({ rule, old }: Change, { pointer }: Operation): boolean {
  return old === pointer || /^(operation|security|reply|error-reply|pagination|body)-|^required-body/.test(rule);
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
      const newName = Node.isMethodDeclaration(node) ? now?.method : now?.constant;
      if (newName !== (Node.isMethodDeclaration(node) ? own.method : own.constant)) {
        add([node], { change, effect: 'any', kind: 'operation', ...optional('newName', newName) });
      }
    }
    // Its types come and go with it.
    for (const key of ['arguments', 'response', 'errors', 'headers'] as const) {
      const [name, newName] = [own[key]?.exported, now?.[key]?.exported];
      if (name !== newName)
        add(packages.exported(name), {
          change,
          effect: 'any',
          kind: 'type',
          ...optional('newName', newName),
        });
    }
  } else if (rule.startsWith('reply-header') && own.headers !== undefined && typeof detail === 'string') {
    const places = pointers.fieldsOf(own.headers.exported, [detail]);
    add(declarationsOf(places), { change, effect: 'read', kind: 'field' });
  } else if (rule === 'error-reply-removed' && own.errors !== undefined) {
    const status = operation.replies.find(({ pointer }) => pointer === change.old)?.status ?? '';
    add(declarationsOf(pointers.fieldsOf(own.errors.exported, [status])), { change, effect: 'any', kind: 'field' });
    add(nodes, { change, effect: 'value', name: status, kind: 'operation' });
  } else if (rule === 'body-removed' && own.layout.body?.kind === 'fields') {
    const names = own.layout.body.properties.map(({ name }) => name);
    const places = names.flatMap((name) => pointers.fieldsOf(own.arguments?.exported ?? '', [name]));
    add(declarationsOf(places), { change, effect: 'any', kind: 'field' });
  } else if (rule === 'required-body-added') {
    const body = now?.layout.body;
    const names =
      body?.kind === 'argument'
        ? [body.argument]
        : (body?.properties.filter(({ required }) => required) ?? []).map(({ name }) => name);
    addLack(names[0] ?? '', change, operation, context, add);
  } else add(nodes, { change, effect: LOOPS.has(rule) ? 'loop' : CALLS.has(rule) ? 'call' : 'any', kind: 'operation' });
}

/** A change of what is at a place of the types. */
function addField(change: Change, { old, next, packages, pointers, changes, pairs }: Context, add: Add): void {
  const { rule, detail } = change;
  const operation = pairs.oldOf.get(change.operation ?? '');
  const own = operation === undefined ? undefined : old.names.operation(operation);
  const isArgument = MOVED.has(rule) && typeof detail === 'string' && own?.arguments !== undefined;
  const places = isArgument
    ? pointers.fieldsOf(own.arguments?.exported ?? '', [detail])
    : pointers.placesOf(change.old ?? change.place ?? '');
  const declarations = declarationsOf(places);
  if (rule === 'enum-value-removed' || rule === 'enum-value-added') {
    const name = String(detail);
    const isAdded = rule === 'enum-value-added';
    const newName = isAdded ? undefined : renamedValue(change, changes);
    const target = { change, kind: 'value', name, effect: isAdded ? 'switch' : 'value' } as const;
    add(withUsers(declarations, packages), { ...target, ...optional('newName', newName) });
  } else if (rule === 'filter-operator-removed')
    add(declarations, { change, effect: 'key', name: String(detail), kind: 'field' });
  else if (rule === 'property-renamed' || rule === 'parameter-renamed') {
    const newName =
      rule === 'property-renamed' ? parsePointer(change.next ?? '')?.at(-1) : argumentName(change, next, pairs);
    add(declarations, { change, effect: 'any', kind: 'field', ...optional('newName', newName) });
  } else if (/^(property|parameter|filter-field)-(removed|deprecated)$/.test(rule))
    add(declarations, { change, effect: 'any', kind: 'field' });
  else {
    // A change of a type affects the fields of that type.
    const effects = WRITTEN.has(rule) ? (['write'] as const) : (['read', 'write'] as const);
    const accepts = acceptor(change, next);
    for (const effect of effects)
      add(withUsers(declarations, packages), { change, effect, kind: 'field', ...optional('accepts', accepts) });
    if (/^(union-member|discriminator)-/.test(rule))
      add(withUsers(declarations, packages), { change, effect: 'switch', kind: 'value' });
  }
}

/** Rules about which values are taken: what fits now is not concerned. */
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
      tagDecides: true,
      steps: MOST_STEPS,
    });
}

function argumentName(
  { operation: id, next: pointer }: Change,
  next: Version,
  { oldOf }: Context['pairs'],
): string | undefined {
  const operation = oldOf.has(id ?? '') ? next.model.operations.find((one) => one.id === id) : undefined;
  const parameters = operation === undefined ? [] : next.names.operation(operation).layout.parameters;
  return parameters.find(({ parameter }) => parameter.pointer === pointer)?.argument;
}

/** The one value that is new where the only one is gone, if their names are alike. */
function renamedValue({ old, detail }: Change, changes: readonly Change[]): string | undefined {
  const at = changes.filter((one) => one.old === old);
  const [removed, added] = ['enum-value-removed', 'enum-value-added'].map((rule) => [
    ...new Set(at.flatMap((one) => (one.rule === rule && typeof one.detail === 'string' ? [one.detail] : []))),
  ]);
  const alike = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const found = added?.filter((value) => alike(value) === alike(String(detail))) ?? [];
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const [is] = added ?? [];
  const isOnly = removed?.length === 1 && added?.length === 1;
  return isOnly && is !== undefined && nameLikeness(String(detail), is) >= LIKE_VALUES ? is : undefined;
}

/** What code must now pass, or what has another meaning if omitted. */
function addLacking(change: Change, operation: Operation | undefined, context: Context, add: Add): void {
  const { rule, old: was, next: is, detail } = change;
  const place = (was ?? change.place ?? '').replace(/\/schema$/, '');
  const layout = operation === undefined ? undefined : context.old.names.operation(operation).layout;
  const parameter = layout?.parameters.find((one) => one.parameter.pointer === place);
  const at = place.lastIndexOf('/properties/');
  if (parameter !== undefined || rule === 'parameter-became-required') {
    addLack(parameter?.argument ?? String(detail), change, operation, context, add);
  } else if (rule === 'required-parameter-added') {
    addLack(argumentName({ ...change, next: is }, context.next, context.pairs) ?? '', change, operation, context, add);
  } else if (rule === 'body-became-required') {
    addLack(layout?.body?.kind === 'argument' ? layout.body.argument : '', change, operation, context, add);
  } else if (at >= 0 && place.indexOf('/', at + '/properties/'.length) < 0) {
    const owners = context.pointers.placesOf(place.slice(0, at)).flatMap(({ type }) => ownersOf(type));
    add([...new Set(owners)], { change, effect: 'lack', name: parsePointer(place)?.at(-1) ?? '', kind: 'field' });
  }
}

function addLack(name: string, change: Change, operation: Operation | undefined, context: Context, add: Add): void {
  if (operation === undefined) return;
  const own = context.old.names.operation(operation);
  const types = context.packages.exported(own.arguments?.exported);
  const nodes = types.length > 0 ? types : context.packages.operation(own.method, own.constant);
  add(nodes, { change, effect: 'lack', name, kind: 'field' });
}

/** An address, or an option of the client. */
function addService(
  change: Change,
  operation: Operation | undefined,
  { old, next, packages, pointers }: Context,
  add: Add,
): void {
  const { names } = old;
  if (operation !== undefined) {
    const { method, constant } = names.operation(operation);
    add(packages.operation(method, constant), { change, effect: 'call', kind: 'operation' });
  } else if (change.rule.startsWith('server-')) {
    const classes = [names.className, names.serverClassName, names.coreName].flatMap((name) => packages.exported(name));
    add(classes, { change, effect: 'lack', name: 'baseUrl', kind: 'field' });
  } else {
    const [option, newName] = [
      old.credentials.get(lastToken(change.old)),
      next.credentials.get(lastToken(change.next)),
    ];
    const places = pointers.fieldsOf(`${names.className}Options`, [option ?? '']);
    const isRenamed = change.rule === 'credential-renamed' && newName !== undefined;
    const effect = change.rule === 'credential-changed' ? 'write' : 'any';
    add(declarationsOf(places), { change, effect, kind: 'field', ...(isRenamed ? { newName } : {}) });
  }
}

function addType(change: Change, { old, next, packages }: Context, add: Add): void {
  const { rule, detail } = change;
  const [was, is] = [old, next].map(({ model }, side) =>
    model.schemas.find(({ pointer }) => pointer === (side === 0 ? change.old : change.next)),
  );
  const name = typeof detail === 'string' ? detail : old.names.schema(was?.name ?? '')?.exported;
  const isInput = name !== old.names.schema(was?.name ?? '')?.exported;
  const newName = isInput ? next.inputTypes.get(is?.name ?? '') : next.names.schema(is?.name ?? '')?.exported;
  const isRenamed = rule === 'type-renamed' && newName !== undefined;
  add(packages.exported(name), { change, effect: 'any', kind: 'type', ...(isRenamed ? { newName } : {}) });
  if (rule === 'type-removed' && !isInput) {
    add(packages.exported(old.inputTypes.get(was?.name ?? '')), { change, effect: 'any', kind: 'type' });
  }
}

function lastToken(pointer: string | undefined): string {
  return parsePointer(pointer ?? '')?.at(-1) ?? '';
}

function declarationsOf(places: readonly TypePlace[]): readonly Node[] {
  return [...new Set(places.map(({ declaration }) => declaration))];
}

/** With what has one of some types, or returns it. */
function withUsers(declarations: readonly Node[], packages: Packages): readonly Node[] {
  const all = new Set(declarations);
  for (const one of all) {
    if (Node.isInterfaceDeclaration(one) || Node.isTypeAliasDeclaration(one)) {
      for (const user of packages.usersOf(one)) all.add(user);
    }
  }
  return [...all];
}

/** The declarations that an object type is made of: its own, and those that it extends. */
export function ownersOf(type: Type): readonly Node[] {
  const owners = new Set<Node>();
  const visit = (one: Type): void => {
    const isKnown = (one.getSymbol()?.getDeclarations() ?? []).every((node) => owners.has(node));
    for (const node of one.getSymbol()?.getDeclarations() ?? []) owners.add(node);
    if (one.isIntersection()) one.getIntersectionTypes().forEach(visit);
    else if (!isKnown && one.isInterface()) one.getBaseTypes().forEach(visit);
  };
  for (const part of partsOf(type)) visit(part);
  return [...owners];
}
