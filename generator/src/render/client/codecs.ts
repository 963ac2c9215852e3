import type { Model, Operation, Parameter } from '../../model/model.js';
import { type Resolver, schemaTypes } from '../../schema/index.js';
import { replyMode } from '../reply-type.js';
import type { CodecImport } from '../views/index.js';
import type { CredentialOption } from './credentials.js';

const bodyKinds = ['multipart', 'form', 'text', 'binary'] as const;

/** The codecs that a description needs, as the runtime's README says. */
export function neededCodecs(
  model: Model,
  credentials: readonly CredentialOption[],
  resolver: Resolver,
): CodecImport[] {
  const { operations } = model;
  const codecs: CodecImport[] = [];
  if (operations.some(({ parameters }) => parameters.some((parameter) => needsStyles(parameter, resolver)))) {
    codecs.push({ entry: 'styles: parameterStyles', name: 'parameterStyles', path: './runtime/encode/styles.js' });
  }
  for (const kind of bodyKinds) {
    if (operations.some(({ body }) => body?.kind === kind)) {
      codecs.push({ entry: kind, name: kind, path: `./runtime/encode/${kind}.js` });
    }
  }
  if (operations.some(needsReplies)) codecs.push({ entry: 'replies', name: 'replies', path: './runtime/replies.js' });
  if (credentials.some(({ scheme }) => scheme.type === 'basic')) {
    codecs.push({ entry: 'basic', name: 'basic', path: './runtime/encode/basic.js' });
  }
  return codecs;
}

function needsReplies(operation: Operation): boolean {
  const mode = replyMode(operation);
  return mode !== undefined && mode !== 'empty';
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
