import {
  bytesOfForm,
  encodeBytes,
  isArray,
  isBytes,
  isJsonMediaType,
  isObject,
  isSchema,
  type Json,
  type JsonObject,
  type MutableObject,
  References,
  reach,
  type Schema,
  withOwnFiles,
} from '../../schema/index.js';
import { operationsIn } from '../document.js';
import type { Findings } from '../places/findings.js';
import type { Bundle } from './bundle.js';

/**
 * Determines for each binary schema how it is sent: as a file in a form or a whole body, as base64 text in JSON, or as text in a
 * parameter.
 */
export function finishBytes({ root, origins }: Bundle, findings: Findings): void {
  const references = new References(root);
  const forms: { readonly media: MutableObject; readonly schema: Schema }[] = [];
  const encoded: Schema[] = [];
  const sort = (content: Json | undefined): void => {
    for (const [mediaType, value] of Object.entries(isObject(content) ? content : {})) {
      const media: MutableObject | undefined = references.definition(value);
      const schema = media?.schema;
      if (media === undefined || !isSchema(schema)) continue;
      if (/^multipart\//i.test(mediaType)) forms.push({ media, schema });
      else if (isJsonMediaType(mediaType) || !isBytes(schema, references)) encoded.push(schema);
    }
  };
  for (const { tokens, operation } of operationsIn(root)) {
    sort(references.object(operation.requestBody)?.content);
    for (const response of Object.values(isObject(operation.responses) ? operation.responses : {}))
      sort(references.object(response)?.content);
    const { parameters } = operation;
    (isArray(parameters) ? parameters : []).forEach((entry, index) => {
      const schema = references.object(entry)?.schema;
      if (!isSchema(schema) || encodeBytes([schema], new Set(), references).length === 0) return;
      const message = "A parameter can't contain bytes: it is typed and sent as a string.";
      const place = origins.placeOf([...tokens, 'parameters', String(index), 'schema']);
      findings.warning(
        'schema-keyword-ignored',
        place,
        message,
        'Send bytes in a request body, or define a string with `contentEncoding: base64`.',
      );
    });
  }
  const inForms = forms.map(({ schema }) => bytesOfForm(schema, references));
  for (const form of inForms) encoded.push(...form.encoded);
  const reached = reach(encoded, references);
  const files = new Set<JsonObject>();
  forms.forEach(({ media, schema }, index) => {
    const own = [...(inForms[index]?.files ?? [])];
    if (own.some((file) => reached.has(file))) media.schema = withOwnFiles(schema, references);
    else for (const file of own) files.add(file);
  });
  encodeBytes(encoded, files, references);
}
