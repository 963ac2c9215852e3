import type { Json, JsonObject } from '../../src/schema/index.js';
import { content, object, ref, reply, type ServiceVersion } from './shapes.js';

const text: JsonObject = { type: 'string' };

/** The part of the sample's service that is about buildings: changes of replies, bodies, headers, unions, maps and webhooks. */
export function buildings(version: ServiceVersion): { paths: JsonObject; schemas: JsonObject; webhooks: JsonObject } {
  const [isOld, isNew] = [version === 'old', version === 'new'];
  const only = (fields: JsonObject): JsonObject => (isNew ? {} : fields);
  const id = { name: 'building_id', in: 'path', required: true, schema: text };
  const body = (schema: Json): JsonObject => ({ requestBody: { required: true, ...content(schema) } });
  const done = { responses: { 204: { description: 'Done.' } } };
  const plan = content(object({ url: text, floors: { type: 'array', items: ref('Floor') } }, ['url', 'floors']));
  const kind = (value: string): JsonObject => ({ type: 'string', enum: [value] });
  return {
    paths: {
      '/status': {
        get: {
          operationId: 'getStatus',
          parameters: isNew ? [{ name: 'region', in: 'query', required: true, schema: text }] : [],
          responses: { 200: reply(object({ up: { type: 'boolean' } }, ['up'])) },
        },
      },
      '/buildings/{building_id}': {
        get: {
          operationId: 'getBuilding',
          parameters: [id],
          responses: {
            200: {
              ...reply(ref('Building')),
              ...only({ headers: { 'X-Total': { required: true, schema: { type: 'integer' } } } }),
            },
            ...only({ 404: reply(ref('Problem')) }),
          },
        },
        patch: {
          security: [{ token: [] }, { [isOld ? 'stamp' : 'seal']: [] }, { badge: [] }],
          operationId: 'updateBuilding',
          parameters: [id, { name: 'dry', in: isNew ? 'header' : 'query', schema: { type: 'boolean' } }],
          ...body(
            object({
              name: { ...text, ...(isNew ? { readOnly: true } : {}) },
              year: { type: 'integer', minimum: isNew ? 1900 : 1 },
              depth: { type: 'integer', minimum: isNew ? -3 : -9 },
              codes: { type: 'array', maxItems: isNew ? 2 : 9, items: text },
              wing: { type: isNew ? 'string' : ['string', 'null'] },
              heated: { type: isNew ? 'boolean' : ['boolean', 'string'] },
              roof: { type: 'string', enum: isNew ? ['none', 'flat_one'] : ['none', 'flat', 'flats'] },
              // Differ only in a separator, and in case.
              side: { type: 'string', enum: isOld ? ['north_side', 'southSide'] : ['north-side', 'southside'] },
              entrance: { oneOf: [ref('Door'), ref('Gate')], discriminator: { propertyName: 'kind' } },
            }),
          ),
          ...done,
        },
      },
      '/buildings/{building_id}/plan': {
        get: {
          operationId: 'getPlan',
          parameters: [id],
          responses: {
            200: { description: 'Done.', ...(isNew ? { content: { 'text/plain': { schema: text } } } : plan) },
          },
        },
      },
      '/buildings/{building_id}/owner': {
        put: {
          operationId: 'setOwner',
          // A clash of names puts the body under `body`.
          parameters: [id, ...(isOld ? [{ name: 'name', in: 'query', schema: { type: 'boolean' } }] : [])],
          ...body(object({ name: text }, ['name'])),
          ...done,
        },
      },
      '/buildings/{building_id}/visit': {
        post: {
          operationId: 'visitBuilding',
          // Moves into a new body.
          parameters: [id, ...(isNew ? [] : [{ name: 'visitor', in: 'query', required: true, schema: text }])],
          ...(isNew ? body(object({ visitor: text, note: text }, ['visitor'])) : {}),
          ...done,
        },
      },
      '/buildings/{building_id}/paint': {
        post: {
          operationId: 'paintBuilding',
          parameters: [id],
          requestBody: { required: isNew, ...content(object({ color: text, gloss: text })) },
          ...done,
        },
      },
      '/buildings/{building_id}/codes': {
        put: {
          operationId: 'setCodes',
          parameters: [id],
          requestBody: { required: isNew, ...content({ type: 'array', items: text }) },
          ...done,
        },
      },
      '/buildings/{building_id}/lock': {
        post: {
          operationId: 'lockBuilding',
          parameters: [id],
          ...(isNew ? body(object({ reason: text }, ['reason'])) : {}),
          ...done,
        },
        delete: {
          operationId: 'unlockBuilding',
          parameters: [id],
          ...only(body(object({ code: text }, ['code']))),
          ...done,
        },
      },
    },
    schemas: {
      Building: object(
        {
          id: text,
          entrance: {
            oneOf: [ref('Door'), ref('Gate'), ...(isNew ? [ref('Hatch')] : [])],
            discriminator: { propertyName: 'kind' },
          },
          tags: { type: 'object', additionalProperties: object({ label: text, ...only({ color: text }) }, ['label']) },
          position: {
            type: 'array',
            prefixItems: [object({ x: text, ...only({ unit: text }) })],
            items: false,
            minItems: 1,
            maxItems: 1,
          },
          lease: {
            oneOf: [
              object({ rent: { type: 'integer' }, ...only({ until: text }) }, ['rent']),
              object({ price: { type: 'integer' }, until: text }, ['price']),
            ],
          },
        },
        ['id', 'entrance', 'tags'],
      ),
      Door: object(
        {
          kind: kind('Door'),
          width: { type: 'integer' },
          wings: { type: 'integer' },
          ...(isNew ? { code: text } : {}),
        },
        ['kind', 'width', ...(isNew ? ['code'] : [])],
      ),
      ...(isNew ? { Hatch: object({ kind: kind('Hatch') }, ['kind']) } : {}),
      Gate: object({ kind: kind('Gate'), ...only({ wings: { type: 'integer' } }) }, ['kind']),
      Floor: object({ level: { type: 'integer' }, label: text }, ['level']),
    },
    webhooks: {
      ...only({
        buildingOpened: {
          post: {
            ...body(object({ building_id: text }, ['building_id'])),
            responses: { 200: { description: 'Seen.' } },
          },
        },
      }),
      buildingClosed: {
        post: {
          ...body(object({ building_id: text, ...only({ reason: text }) }, ['building_id'])),
          responses: { 200: { description: 'Seen.' } },
        },
      },
    },
  };
}
