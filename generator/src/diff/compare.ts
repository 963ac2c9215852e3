import { openEnums, takesFiles } from '../model/directions.js';
import type { Model, Operation } from '../model/model.js';
import { requestLine } from '../model/servers.js';
import { codeSpan } from '../render/encode.js';
import { optional, reach, requiresOneWayField, type Schema, schemaTypes } from '../schema/index.js';
import type { Change, Comparison, Version } from './change.js';
import { Document } from './document.js';
import { compareEvents, eventSchemas } from './events.js';
import { matchOperations, matchSchemas, type OperationMatches } from './match.js';
import { compareOperation } from './operations.js';
import type { OperationPair } from './pair.js';
import { reachIn, reachOf } from './reach.js';
import { Report } from './report.js';
import { type Bump, RULES } from './rules.js';
import { schemaWalk } from './schemas/comparison.js';
import { sameSchemas } from './schemas/same.js';
import type { SchemaWalk } from './schemas/walk.js';
import { compareService, matchCredentials } from './service.js';
import { exportedName, typeName } from './texts.js';

/**
 * Returns the changes between two versions of an OpenAPI document, by their effect on code that calls the API through the client.
 */
export function compareModels(old: Version, next: Version): Comparison {
  const report = new Report();
  const operations = matchOperations(old.model, next.model);
  const pairs = matchSchemas(old.model, next.model, operations);
  const schemas = schemaWalk(old, next, pairs, report);
  const documents = { old: new Document(old.root), next: new Document(next.root) };
  compareService(old, next, report);
  compareOperations(old, next, operations, schemas, documents);
  compareEvents(documents.old, documents.next, schemas);
  compareSchemas(old, next, schemas, documents);
  reportTypes(old, next, operations, report);
  for (const place of schemas.described.values()) report.schema('schema-described', place, 'has another description');
  return { changes: report.changes, bump: bumpOf(report.changes) };
}

function compareOperations(
  old: Version,
  next: Version,
  operations: OperationMatches,
  schemas: SchemaWalk,
  documents: OperationPair['documents'],
): void {
  const { report } = schemas;
  const isCredential = matchCredentials(old.model, next.model);
  for (const [was, is] of operations.pairs) {
    const { method: oldMethod, layout: oldLayout } = old.names.operation(was);
    const { method, layout: nextLayout } = next.names.operation(is);
    const pair = { old: was, next: is, method: codeSpan(method), oldLayout, nextLayout, schemas, documents };
    compareOperation(pair, oldMethod, isCredential);
  }
  for (const operation of operations.added) {
    const { id, tag, pointer } = operation;
    const text = `${codeSpan(next.names.operation(operation).method)} was added: ${codeSpan(requestLine(operation))}.`;
    report.add('operation-added', { operation: id, tag, next: pointer }, text);
  }
  for (const operation of operations.removed) {
    const text = `${codeSpan(old.names.operation(operation).method)} was removed.`;
    report.add('operation-removed', { operation: operation.id, tag: operation.tag, old: operation.pointer }, text);
  }
}

/** Compares each named schema, with the operations that use it in either version. */
function compareSchemas(old: Version, next: Version, schemas: SchemaWalk, documents: OperationPair['documents']): void {
  const { pairs, report } = schemas;
  const [oldReach, nextReach] = [reachIn(old.model), reachIn(next.model)];
  const events = eventSchemas(documents.next);
  const [inPayloads, inAnswers] = [nextReach.namesFrom(events.received), nextReach.namesFrom(events.sent)];
  const inOldPayloads = oldReach.namesFrom(eventSchemas(documents.old).received);
  const added = new Map(next.model.schemas.map((named) => [named.name, named]));
  const inputTypes = new Set(next.inputTypes.values());
  const isSame = sameSchemas(old, next, schemas.pairs);
  for (const was of old.model.schemas) {
    const is = added.get(pairs.get(was.name) ?? '');
    const [name, before] = [typeName(was.name, old), oldReach.of(was.name)];
    const inputType = old.inputTypes.get(was.name);
    const goneInput = inputType === undefined || inputTypes.has(inputType) ? undefined : codeSpan(inputType);
    if (is === undefined) {
      const text = goneInput === undefined ? '' : `, and ${goneInput} with it`;
      const spot = { ...reachOf(before), old: was.pointer, detail: exportedName(was.name, old) };
      report.add('type-removed', spot, `The type ${name} was removed${text}.`);
      continue;
    }
    added.delete(is.name);
    const [owner, after] = [typeName(is.name, next), nextReach.of(is.name)];
    const spot = { ...reachOf(after), old: was.pointer, next: is.pointer };
    const named = { ...spot, detail: exportedName(was.name, old) };
    if (name !== owner) report.add('type-renamed', named, `The type ${name} is now ${owner}.`);
    const input = next.inputTypes.get(is.name);
    if (goneInput !== undefined) {
      // Without a separate request type, requests use the response type. A type that is no longer sent has none.
      const current = after.request.size === 0 ? undefined : input === undefined ? owner : codeSpan(input);
      const gone = { ...spot, ...optional('detail', inputType) };
      if (current === undefined)
        report.add('type-removed', { ...gone, ...reachOf(before) }, `The type ${goneInput} was removed.`);
      else report.add('type-renamed', gone, `The type ${goneInput} is now ${current}.`);
    } else if (
      inputType === undefined &&
      input !== undefined &&
      before.request.size > 0 &&
      !isSendable(is.schema, next.model)
    ) {
      report.add(
        'type-split',
        { ...named, ...reachOf({ ...after, all: after.request }) },
        `Requests take ${codeSpan(input)} instead of ${owner}.`,
      );
    }
    const isSent = before.request.size > 0 && after.request.size > 0;
    const isReceived = after.reply.size > 0 || inPayloads.has(is.name);
    const wasReceived = before.reply.size > 0 || inOldPayloads.has(was.name);
    // Only the types of requests have readonly arrays.
    if (isSent && isReceived && !wasReceived && input === undefined && hasList(was.schema)) {
      const users = reachOf({ ...after, all: after.request });
      report.add('type-received', { ...named, ...users }, `Responses contain ${owner} too.`);
    }
    const request = before.request.size + after.request.size > 0 || inAnswers.has(is.name);
    // A schema that no operation uses counts as received, like the payload of an event.
    const reply = before.reply.size > 0 || isReceived || !request;
    const place = {
      ...spot,
      operation: undefined,
      owner,
      ...(input === undefined ? {} : { inputOwner: codeSpan(input) }),
      path: '',
      ways: { request, reply },
      wasUnused: before.all.size === 0,
    };
    // The enums of a type that is received now, or no longer, accept other values.
    const isUsedAlike = before.all.size > 0 === after.all.size > 0 && before.reply.size > 0 === after.reply.size > 0;
    if (!isUsedAlike || !isSame(was.name)) schemas.compare(was.schema, is.schema, place);
  }
  for (const { name, pointer } of added.values()) {
    const about = { name: typeName(name, next), text: 'was added' };
    const spot = { about, ...reachOf(nextReach.of(name)), next: pointer };
    report.add('type-added', spot, `The type ${typeName(name, next)} was added.`);
  }
}

/** Types that users import and that are not named schemas: those of arguments, and of inline responses. */
function reportTypes(old: Version, next: Version, operations: OperationMatches, report: Report): void {
  const exported = new Set([
    ...next.model.operations.flatMap((operation) => ownTypes(next, operation)),
    ...next.model.schemas.map(({ name }) => next.names.schema(name)?.exported),
    ...next.model.webhooks.map((event) => next.names.payload(event)?.exported),
  ]);
  if (takesFiles(old.model) && !takesFiles(next.model)) {
    const { exported: detail } = old.names.upload;
    report.add('type-removed', { old: '', detail }, `The type ${codeSpan(detail)} was removed.`);
  }
  const broken = new Set(
    report.changes.flatMap((change) => (change.severity === 'breaking' ? [change.operation] : [])),
  );
  for (const event of old.model.webhooks) {
    const name = old.names.payload(event)?.exported;
    const is = next.model.webhooks.find((other) => other.kind === event.kind && other.event === event.event);
    if (name === undefined || is === undefined || exported.has(name)) continue;
    const spot = { old: event.pointer, next: is.pointer, detail: name };
    report.add('type-removed', spot, `The type ${codeSpan(name)} was removed.`);
  }
  for (const [was, is] of operations.pairs) {
    // A type that was removed or renamed with its operation is not a separate change.
    const isRenamed = old.names.operation(was).method !== next.names.operation(is).method;
    if (isRenamed || broken.has(is.id)) continue;
    for (const name of ownTypes(old, was)) {
      const spot = { operation: is.id, tag: is.tag, old: was.pointer, next: is.pointer, detail: name };
      if (!exported.has(name)) report.add('type-removed', spot, `The type ${codeSpan(name)} was removed.`);
    }
  }
}

/** The exported types of an operation: of its arguments, an inline response, its errors and its headers. */
export function ownTypes({ names }: Version, operation: Operation): string[] {
  const { arguments: args, response, errors, headers } = names.operation(operation);
  return [args, response, errors, headers].flatMap((name) => (name === undefined ? [] : [name.exported]));
}

/** The version bump of some changes. */
export function bumpOf(changes: readonly Change[]): Bump {
  if (changes.length === 0) return 'none';
  if (changes.some(({ severity }) => severity === 'breaking')) return 'major';
  return changes.some(({ rule }) => RULES[rule].bump === 'minor') ? 'minor' : 'patch';
}

/** Whether the type of responses can also be sent: no field that it requires exists in one direction only, and no enum is open. */
function isSendable(schema: Schema, model: Model): boolean {
  const enums = openEnums(model);
  return [...reach([schema], model)].every(
    (part) => !requiresOneWayField(part, model) && enums.opens(part).length === 0,
  );
}

/** Whether a named type has an array that is not in another named type. */
function hasList(schema: Schema): boolean {
  const inline = { resolve: () => undefined };
  return [...reach([schema], inline)].some((part) => schemaTypes(part, inline).includes('array'));
}
