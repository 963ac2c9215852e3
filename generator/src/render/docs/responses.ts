import type { Operation, OperationResponse } from '../../model/model.js';
import { successResponses } from '../../model/results.js';
import { canonical, type Schema } from '../../schema/index.js';
import { codeSpan } from '../encode.js';
import type { RowView } from '../views/index.js';
import { type DisplayContext, displayType } from './display-type.js';
import { objectFields, propertyRow } from './rows.js';

export function responseText(type: string, named: string | undefined, display: DisplayContext): string {
  if (type === 'void') return 'nothing.';
  return named === undefined ? codeSpan(type) : `[${codeSpan(type)}](${display.address(named)})`;
}

/** The fields of a response that is one object, for every status. */
export function responseRows(operation: Operation, display: DisplayContext): readonly RowView[] {
  const full = successResponses(operation).filter(({ kind }) => kind !== 'empty');
  const [schema, ...others] = distinctSchemas(full);
  if (schema === undefined || others.length > 0 || full.some(({ kind }) => kind !== 'json')) return [];
  return objectFields(schema, display).map((property) => propertyRow(property, display));
}

export function distinctSchemas(responses: readonly OperationResponse[]): Schema[] {
  return [...new Map(responses.map(({ schema = true }) => [canonical(schema), schema])).values()];
}

export function errorText({ status, kind, schema }: OperationResponse, display: DisplayContext): string {
  const type = kind === 'json' ? displayType(schema ?? true, display) : kind === 'text' ? codeSpan('string') : '';
  return `${codeSpan(status)} ${type}`.trimEnd();
}
