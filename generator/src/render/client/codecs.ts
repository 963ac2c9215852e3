import { bodiesOf } from '../../model/bodies.js';
import type { Operation, Parameter } from '../../model/model.js';
import { successHeaders } from '../../model/results.js';
import { type Resolver, schemaTypes } from '../../schema/index.js';
import { objectLiteral } from '../encode.js';
import { replyMode, streamOf } from '../response-type.js';

/** The codecs that an operation needs, as an object expression; `undefined` if it only needs scalars and JSON. */
export function operationCodecs(operation: Operation, resolver: Resolver): string | undefined {
  const codecs: [string, string][] = [];
  if (operation.parameters.some((parameter) => needsStyles(parameter, resolver))) {
    codecs.push(['styles', 'runtime.parameterStyles']);
  }
  const { body } = operation;
  const kinds = new Set(bodiesOf(operation).map(({ kind }) => kind));
  for (const kind of kinds) if (kind !== 'json') codecs.push([kind, `runtime.${kind}`]);
  if (body?.others) codecs.push(['choose', 'runtime.chooseBody']);
  if (successHeaders(operation).length > 0) codecs.push(['headers', 'runtime.readHeaders']);
  if (needsResponses(operation)) codecs.push(['replies', 'runtime.replies']);
  return codecs.length === 0 ? undefined : objectLiteral(codecs);
}

function needsResponses(operation: Operation): boolean {
  const mode = replyMode(operation);
  return mode !== undefined && mode !== 'empty' && streamOf(operation) === undefined;
}

/** Whether a parameter may be more than a scalar, or JSON in the query. */
function needsStyles(parameter: Parameter, resolver: Resolver): boolean {
  const { in: where, mediaType, style, explode, allowReserved, schema } = parameter;
  if (where === 'header' || where === 'cookie') return true;
  if (mediaType !== undefined) return where === 'path';
  const usual = where === 'query' ? 'form' : 'simple';
  if (style !== usual || explode !== (usual === 'form') || allowReserved) return true;
  const types = schemaTypes(schema, resolver);
  return types.length === 0 || types.includes('array') || types.includes('object');
}
