import {
  branchesOf,
  getArray,
  getString,
  type Json,
  type JsonObject,
  listedValues,
  onlyHas,
  type Resolver,
  type Schema,
  schemaTypes,
  tagOfBranch,
  typesAt,
} from '../../schema/index.js';
import { fieldsOf } from './references.js';

/** The `type` of a schema; dates may lack it. */
export function writtenType(schema: JsonObject): Json | undefined {
  const types = typesAt(schema);
  if (types === undefined) return getString(schema, 'format') === 'date-time' ? 'string' : undefined;
  return types.length > 1 ? types : types[0];
}

/** Whether each branch of a union defines its type, and the siblings add nothing. */
export function isUnionOfTypes(schema: JsonObject, resolver: Resolver): boolean {
  const branches = branchesOf(schema);
  const types = typesAt(schema) ?? ['object'];
  const hasParts = types.includes('object') || (types.includes('array') && !onlyHas(schema, 'type', 'oneOf', 'anyOf'));
  const isTyped = (branch: Schema): boolean => {
    return schemaTypes(branch, resolver).length > 0 || listedValues(branch) !== undefined;
  };
  return branches.length > 0 && !hasParts && branches.every(isTyped);
}

/** The branches of a union with the values of its discriminator, unless they define them: elsewhere they may have none. */
export function taggedBranches(
  union: JsonObject,
  keyword: 'oneOf' | 'anyOf',
  branches: readonly Json[],
  resolver: Resolver,
): Json[] {
  const described = getArray(union, keyword);
  return branches.map((branch, index) => {
    const tag = tagOfBranch(union, described[index] ?? true, resolver);
    if (tag === undefined) return branch;
    const { property, schema } = tag;
    return { allOf: [branch, { type: 'object', ...fieldsOf([[property, schema]], [property]) }] };
  });
}

/** Whether a schema is a union with members that are not objects: its fields do not apply to those. */
export function mayBeNoObject(schema: JsonObject, resolver: Resolver): boolean {
  return branchesOf(schema).some((member) => {
    const types = schemaTypes(member, resolver);
    return !types.includes('object') && types.join() !== 'null';
  });
}
