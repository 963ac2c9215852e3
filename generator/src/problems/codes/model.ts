import type { Explanations } from './explanation.js';

/** What the description asks for and the packages cannot give as it stands: names, examples, bodies and pages. */
export const modelCodes = {
  'operation-id-renamed': {
    title: 'An operation under another name',
    meaning:
      'Two operations have the same `operationId`; the first keeps it, the other is named after its method and path.',
    reason: 'A method can stand once only, and its name must not change from run to run.',
    example: `paths:
  /pets:
    get: { operationId: pets, responses: { '200': { description: Pets. } } }
  /cats:
    get: { operationId: pets, responses: { '200': { description: Cats. } } }`,
    remedy: 'Give each operation an id of its own, in the description or in an overlay.',
  },
  'method-renamed': {
    title: 'A method under another name',
    meaning: 'Two operations would have the same method: their ids differ only in what names leave out, such as case.',
    reason: 'A class has one method of a name.',
    example: `paths:
  /pets:
    get: { operationId: list-pets, responses: { '200': { description: Pets. } } }
  /cats:
    get: { operationId: list_pets, responses: { '200': { description: Cats. } } }`,
    remedy: 'Rename one of the operations, or keep them apart in the template naming/method.hbs.',
  },
  'type-renamed': {
    title: 'A type under another name',
    meaning: 'Two schemas would have the same type: their names differ only in what names leave out, such as case.',
    reason: 'A package exports one type of a name.',
    example: `components:
  schemas:
    pet_owner: { type: object, properties: { name: { type: string } } }
    pet-owner: { type: object, properties: { id: { type: string } } }`,
    remedy: 'Rename one of the schemas, or keep them apart in the template naming/type.hbs.',
  },
  'body-ignored': {
    title: 'A request body that is left out',
    meaning: 'A GET, HEAD or TRACE operation describes a body.',
    reason: 'Such requests have no body that means anything, and `fetch` refuses to send one.',
    example: `paths:
  /pets:
    get:
      operationId: findPets
      requestBody:
        content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } }
      responses: { '200': { description: Pets. } }`,
    remedy: 'Describe its fields as query parameters, or use another method.',
  },
  'example-mended': {
    title: 'An example that does not fit its schema',
    meaning: 'An example of a request is not valid; in documentation and tests a mended one takes its place.',
    reason: 'What users copy must compile and must be accepted by the service.',
    example: `paths:
  /pets:
    post:
      operationId: createPet
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [name], properties: { name: { type: string } } }
            example: { name: 7 }
      responses: { '200': { description: Created. } }`,
    remedy: 'Correct the example, or the schema if the example is right.',
  },
  'example-impossible': {
    title: 'A body for which no example could be found',
    meaning: 'No value was found that is valid against the schema of a body that must be sent.',
    reason: 'The operation has a method all the same, but neither an example in the documentation nor a test.',
    example: `paths:
  /pets:
    post:
      operationId: createPet
      requestBody:
        required: true
        content: { application/json: { schema: { allOf: [{ type: string }, { type: integer }] } } }
      responses: { '200': { description: Created. } }`,
    remedy: 'See whether the schema contradicts itself, or give a valid example.',
  },
  'pagination-invalid': {
    title: 'Pages that do not match the operation',
    meaning: 'The extension `x-pagination` names an argument, a field or a form that the operation does not have.',
    reason: 'Iterating over the pages would end after the first, or never.',
    example: `paths:
  /pets:
    get:
      operationId: listPets
      x-pagination: { items: pets, offset: skip }
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: { type: object, properties: { pets: { type: array, items: { type: string } } } }`,
    remedy: 'Name an argument of the operation and a field of its reply; the README says what the extension can say.',
  },
} as const satisfies Explanations;
