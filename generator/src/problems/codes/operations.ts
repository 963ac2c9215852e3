import type { Explanations } from './explanation.js';

/** Operations, parameters, schemas and examples. */
export const operationCodes = {
  'operation-id-invalid': {
    title: 'An `operationId` that is no text',
    meaning: 'The id is ignored; the method is named after the HTTP method and the path.',
    reason: 'A name must be a text.',
    example: "paths:\n  /pets:\n    get: { operationId: 7, responses: { '200': { description: Pets. } } }",
    remedy: 'Write a text, in quotes if it looks like a number.',
  },
  'operation-id-duplicate': {
    title: 'An `operationId` that stands twice',
    meaning: 'Two operations have the same id, which OpenAPI forbids.',
    reason: 'Methods are named after the ids: one of them gets another name.',
    example: `paths:
  /pets:
    get: { operationId: pets, responses: { '200': { description: Pets. } } }
  /cats:
    get: { operationId: pets, responses: { '200': { description: Cats. } } }`,
    remedy: 'Give each operation an id of its own.',
  },
  'parameter-duplicate': {
    title: 'A parameter that stands twice',
    meaning: 'An operation has two parameters of the same name in the same place; the second is ignored.',
    reason: 'A caller can give one value only.',
    example: `paths:
  /pets:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: string } }]
      responses: { '200': { description: Pets. } }`,
    remedy: 'Remove one of them.',
  },
  'parameter-invalid': {
    title: 'A parameter without name or place',
    meaning: 'A parameter needs a `name` and an `in`, which is `path`, `query`, `header` or `cookie`.',
    reason: 'It is unknown where its value would go.',
    example: `paths:
  /pets:
    post:
      parameters: [{ name: pet, in: body, schema: { type: object } }]
      responses: { '200': { description: Created. } }`,
    remedy: 'Add what is missing. Bodies (`in: body` and `in: formData` of Swagger 2) are described in `requestBody`.',
  },
  'path-parameter-optional': {
    title: 'A path parameter that is not required',
    meaning: 'It lacks `required: true`; it is taken as required.',
    reason: 'A path with a hole in it is another path.',
    example: `paths:
  /pets/{id}:
    get:
      parameters: [{ name: id, in: path, schema: { type: string } }]
      responses: { '200': { description: A pet. } }`,
    remedy: 'Add `required: true`.',
  },
  'path-parameter-undeclared': {
    title: 'A path parameter that is not described',
    meaning: 'The path has a `{name}` that `parameters` lack; it is taken as a required text.',
    reason: 'Its type is unknown.',
    example: "paths:\n  /pets/{id}:\n    get: { responses: { '200': { description: A pet. } } }",
    remedy: 'Add to `parameters`: { name: id, in: path, required: true, schema: { type: string } }',
  },
  'path-parameter-unused': {
    title: 'A path parameter that the path does not have',
    meaning: '`parameters` describe a path parameter for which the path has no `{name}`; it is ignored.',
    reason: 'There is no place to put its value.',
    example: `paths:
  /pets:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Pets. } }`,
    remedy: 'Write `{id}` into the path, or remove the parameter.',
  },
  'schema-keyword-ignored': {
    title: 'A keyword that cannot be understood',
    meaning: 'The value of a keyword of a schema is none that the keyword can have; the keyword is ignored.',
    reason: 'The type is wider than was meant.',
    example: 'components:\n  schemas:\n    Pet: { type: object, properties: { name: { type: text } } }',
    remedy: 'Correct it: types are string, number, integer, boolean, array, object and null.',
  },
  'schema-contradiction': {
    title: 'A schema that allows nothing',
    meaning:
      'The values of an `enum` are not of the `type`, or `required` names a property that a closed object does not have. The schema is read as its author means it.',
    reason: 'Taken by the word, no value would be valid.',
    example: 'components:\n  schemas:\n    Legs: { type: string, enum: [2, 4] }',
    remedy: "Put quotes around the values, or change the type: `enum: ['2', '4']`.",
  },
  'nullable-outdated': {
    title: '`nullable` in OpenAPI 3.1',
    meaning: '`nullable` is of OpenAPI 3.0 and has no meaning in 3.1; it is read as in 3.0.',
    reason: 'Other tools will ignore it.',
    example:
      'components:\n  schemas:\n    Pet: { type: object, properties: { name: { type: string, nullable: true } } }',
    remedy: "Write `type: [string, 'null']`.",
  },
  'no-enum-type-mismatch': {
    title: 'A value of an `enum` that is not of the type',
    meaning: 'A value in `enum` does not fit the `type` beside it.',
    reason: 'Nobody could send it.',
    example: 'components:\n  schemas:\n    Legs: { type: integer, enum: [2, four] }',
    remedy: 'Correct the value or the type.',
  },
  'no-schema-type-mismatch': {
    title: 'Keywords of another type',
    meaning: 'A schema has keywords for objects or lists, but another `type`.',
    reason: 'The keywords have no effect.',
    example: 'components:\n  schemas:\n    Pets: { type: object, items: { type: string } }',
    remedy: 'Correct the `type`, or remove the keywords.',
  },
  'example-invalid': {
    title: 'An example that does not fit its schema',
    meaning: 'An example, of a parameter, a body, a reply or a schema, is not valid.',
    reason: 'Either the example or the schema misleads people.',
    example: `components:
  schemas:
    Pet:
      type: object
      properties: { name: { type: string } }
      example: { name: 7 }`,
    remedy: 'Correct the one that is wrong.',
  },
  'no-example-value-and-externalValue': {
    title: 'An example with two values',
    meaning: 'An example has both `value` and `externalValue`.',
    reason: 'It is unknown which of the two counts.',
    example: `components:
  examples:
    pet: { value: { name: Tom }, externalValue: 'https://example.com/tom.json' }`,
    remedy: 'Remove one of them.',
  },
} as const satisfies Explanations;
