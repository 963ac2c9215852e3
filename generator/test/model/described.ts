import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { loadDescription } from '../../src/load/index.js';
import { buildModel } from '../../src/model/build.js';
import { synthesise } from '../../src/model/synthesise/index.js';
import { type Json, nodeAt, parsePointer, pointerToken, type Schema } from '../../src/schema/index.js';

interface Job {
  readonly pointer: string;
  readonly schema: Schema;
  readonly direction: 'request' | 'reply';
}

/** Schemas in the direction of their use: named ones as responses, bodies as requests. */
async function described(file: string, nth: number) {
  const source = fileURLToPath(new URL(`../../../${file}`, import.meta.url));
  const { document } = await loadDescription(source, { cwd: process.cwd(), allowRefs: [] });
  const { model } = buildModel(document);
  const named = model.schemas.map(({ pointer, schema }): Job => ({ pointer, schema, direction: 'reply' }));
  const used = model.operations.flatMap(({ body, responses }) => [
    ...(body === undefined ? [] : [jobOf(body, 'request')]),
    ...responses.flatMap((reply) => (reply.schema === undefined ? [] : [jobOf(reply, 'reply')])),
  ]);
  // The schema of a body or response that is a reference is elsewhere.
  const jobs = [...named, ...used].filter(
    ({ pointer, schema }) => nodeAt(document.root, parsePointer(pointer) ?? []) === schema,
  );
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'description:/all', ...document.root });
  const judge = (pointer: string, value: Json): boolean => {
    return ajv.compile({ $ref: `description:/all#${encodeURI(pointer)}` })(value);
  };
  return { model, jobs: jobs.filter((_, index) => index % nth === 0), judge };
}

function jobOf(content: { pointer: string; mediaType?: string; schema?: Schema }, direction: Job['direction']): Job {
  const pointer = `${content.pointer}/content/${pointerToken(content.mediaType ?? '')}/schema`;
  return { pointer, schema: content.schema ?? true, direction };
}

/** Of every nth schema of a file, those for which an invalid value is synthesised. */
export async function wronglyFilled(file: string, nth: number, fill: 'required' | 'complete') {
  const { model, jobs, judge } = await described(file, nth);
  const wrong = jobs.filter(({ pointer, schema, direction }) => {
    const value = synthesise(schema, model, { fill, direction });
    return value === undefined || !judge(pointer, JSON.parse(JSON.stringify(value)));
  });
  return { wrong: wrong.map(({ pointer }) => pointer), count: jobs.length };
}
