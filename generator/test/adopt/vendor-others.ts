/** Further contents of the vendor's file: operations of products that the project does not select, and their schemas. */

const PRODUCTS: Readonly<Record<string, readonly string[]>> = {
  chat: ['channel', 'message', 'thread', 'reaction', 'draft', 'reminder'],
  video: ['call', 'recording', 'broadcast', 'transcript', 'egress', 'sip_trunk'],
  feeds: ['feed', 'activity', 'comment', 'bookmark', 'follow', 'feed_view'],
  moderation: ['review_item', 'flag', 'ban', 'appeal', 'policy', 'rule_builder'],
};

const named = (thing: string): string =>
  thing
    .split('_')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });
/** Some define their errors inline, where ours refer to one schema. */
const failure = { description: 'Failure', content: json(reference('APIError')) };

const things = Object.entries(PRODUCTS).flatMap(([product, names]) => names.map((thing) => ({ product, thing })));

/** Two operations for each thing. */
export function otherPaths(): Record<string, object> {
  return Object.fromEntries(
    things.map(({ product, thing }) => {
      const replies = (schema: string) => ({
        200: { description: 'Success', content: json(reference(schema)) },
        400: failure,
        429: failure,
      });
      const texts = { tags: [`product:${product}`], summary: thing, description: `Works on one ${thing}.` };
      const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', writeOnly: true } };
      const item = {
        get: {
          operationId: `Read${named(thing)}`,
          parameters: [id],
          responses: replies(`${named(thing)}Reply`),
          ...texts,
        },
        post: {
          operationId: `Write${named(thing)}`,
          parameters: [id],
          requestBody: { required: true, content: json(reference(`${named(thing)}Input`)) },
          responses: replies('Response'),
          ...texts,
        },
      };
      return [`/api/v2/${product}/${thing}/{id}`, item] as const;
    }),
  );
}

/** Some refer to schemas that the selected operations also use, and those of moderation to documented ones. */
export function otherComponents(): Record<string, object> {
  const schemas = things.flatMap(({ product, thing }, index) => {
    const shared = product === 'moderation' ? 'ModerationConfig' : 'UserResponse';
    const reply = {
      type: 'object',
      nullable: true,
      required: ['duration', 'item'],
      properties: {
        duration: { type: 'string', 'x-stream-index': '000' },
        item: reference(shared),
        at: { type: 'number', format: 'date-time', title: 'At' },
      },
      'x-stream-is-event': index % 2 === 0,
    };
    const input = {
      type: 'object',
      nullable: true,
      properties: { Custom: { type: 'object' }, name: { type: 'string' } },
    };
    return [[`${named(thing)}Reply`, reply] as const, [`${named(thing)}Input`, input] as const];
  });
  return Object.fromEntries(schemas);
}
