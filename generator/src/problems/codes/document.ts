import type { Explanations } from './explanation.js';

/** The description as a whole, and the shape of what is in it. */
export const documentCodes = {
  'not-openapi': {
    title: 'Not an OpenAPI description',
    meaning: 'The file is JSON or YAML, but no object with the field `openapi`.',
    reason: 'It may be a part of a description, or something else altogether.',
    example: '- name: a list\n- name: is no description',
    remedy: 'Name the file that begins with `openapi: 3.1.0`.',
  },
  'version-unsupported': {
    title: 'A version that is not read',
    meaning: 'The description is of Swagger 2, or of a version of OpenAPI other than 3.',
    reason: 'Older and newer versions say the same things in other places.',
    example: "swagger: '2.0'\ninfo: { title: Pets, version: '1' }\npaths: {}",
    remedy: 'Convert it to OpenAPI 3.0 or 3.1; for Swagger 2 there is: npx swagger2openapi OLD -o NEW',
  },
  'version-newer': {
    title: 'A version newer than 3.1',
    meaning: 'The description is of OpenAPI 3.2 or later; it is read as 3.1.',
    reason: 'What is new in that version has no effect on the packages.',
    example: "openapi: 3.2.0\ninfo: { title: Pets, version: '1' }\npaths: {}",
    remedy: 'Nothing, if the description uses nothing new; otherwise say it in the words of 3.1.',
  },
  'info-missing': {
    title: 'No `info`',
    meaning: 'The description does not say what it is about.',
    reason: 'OpenAPI demands it; the documentation of the packages would be without a title.',
    example: 'openapi: 3.1.0\npaths: {}',
    remedy: "Add `info: { title: Pets, version: '1' }`.",
  },
  'info-incomplete': {
    title: 'An `info` without title or version',
    meaning: 'One of the two is missing, or is no text. (`version: 1.0` without quotes is a number in YAML.)',
    reason: 'OpenAPI demands both as texts; the documentation names them.',
    example: 'openapi: 3.1.0\ninfo: { title: Pets, version: 1.0 }\npaths: {}',
    remedy: "Give both as texts: `version: '1.0'`.",
  },
  'paths-missing': {
    title: 'A description of nothing',
    meaning: 'There is no `paths`; in 3.1 neither `components` nor `webhooks`.',
    reason: 'OpenAPI demands it; the client would have no methods.',
    example: "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }",
    remedy: 'Add `paths`, be it empty: `paths: {}`.',
  },
  structure: {
    title: 'Not as OpenAPI demands',
    meaning: 'A field is missing, unknown, or of the wrong type; the message says which.',
    reason: 'What OpenAPI gives no meaning to, no program will understand as you mean it.',
    example: `paths:
  /pets:
    get:
      sumary: List pets
      responses: { '200': { description: Pets. } }`,
    remedy: 'Correct the name or the type. Fields of your own begin with `x-`.',
  },
  'structure-invalid': {
    title: 'The wrong kind of value',
    meaning: 'Where OpenAPI has an object or a list stands something else.',
    reason: 'What was meant cannot be guessed.',
    example: 'paths: [/pets, /cats]',
    remedy: 'Give the kind of value that the message names.',
  },
  'structure-ignored': {
    title: 'A value that is ignored',
    meaning: 'Something stands here that cannot be what OpenAPI has in this place; the rest can be read without it.',
    reason: 'It has no effect, although somebody wrote it down.',
    example: "paths:\n  /pets:\n    get:\n      responses:\n        '200':\n",
    remedy: 'Give the kind of value that the message names, or take the entry away.',
  },
  'path-without-slash': {
    title: 'A path that does not begin with a slash',
    meaning: 'A key of `paths` is neither a path nor an extension.',
    reason: 'It is appended to the URL of the server, which would give an address that nobody meant. It is left out.',
    example: "paths:\n  pets:\n    get: { operationId: listPets, responses: { '200': { description: Pets. } } }",
    remedy: 'Begin it with a slash: `/pets`.',
  },
  'responses-missing': {
    title: 'An operation without responses',
    meaning: 'The operation does not say what the server answers.',
    reason: 'OpenAPI 3.0 demands it; the method would give nothing back.',
    example: 'openapi: 3.0.3\npaths:\n  /pets:\n    get: { operationId: listPets }',
    remedy: 'Describe at least a `default` response.',
  },
  'component-name-invalid': {
    title: 'A component with an unusable name',
    meaning: 'The name of a component has characters other than letters, digits, `.`, `_` and `-`.',
    reason: 'OpenAPI allows no others, and tools disagree on how to refer to them.',
    example: 'components:\n  schemas:\n    pet owner: { type: object }',
    remedy: 'Rename it, and the references to it.',
  },
  'security-undefined': {
    title: 'A security scheme that is not defined',
    meaning: '`security` names a scheme that `components.securitySchemes` does not have.',
    reason: 'The client would not know which credential to send, nor where.',
    example: `paths:
  /pets:
    get:
      security: [{ token: [] }]
      responses: { '200': { description: Pets. } }`,
    remedy: 'Define the scheme, or correct its name.',
  },
  'no-identical-paths': {
    title: 'Two paths that are the same',
    meaning: 'Two paths differ in the names of their parameters only.',
    reason: 'A server cannot tell which of the two a request is for.',
    example: `paths:
  /pets/{id}:
    get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '200': { description: A pet. } } }
  /pets/{name}:
    put: { parameters: [{ name: name, in: path, required: true, schema: { type: string } }], responses: { '200': { description: A pet. } } }`,
    remedy: 'Put the operations of both under one path.',
  },
  'path-declaration-must-exist': {
    title: 'A path parameter without a name',
    meaning: 'A path has `{}` with nothing between the braces.',
    reason: 'Nothing could be filled in there.',
    example: "paths:\n  /pets/{}:\n    get: { responses: { '200': { description: A pet. } } }",
    remedy: 'Give the parameter a name, and describe it in `parameters`.',
  },
  'path-not-include-query': {
    title: 'A query in a path',
    meaning: 'A path has a `?`.',
    reason: 'What follows is no part of the path; it is sent as it stands and cannot be changed by a caller.',
    example: "paths:\n  /pets?kind=cat:\n    get: { responses: { '200': { description: Cats. } } }",
    remedy: 'Describe it as parameters with `in: query`.',
  },
  'no-undefined-server-variable': {
    title: 'A server variable that is not defined',
    meaning: 'The URL of a server has a `{name}` that its `variables` lack.',
    reason: 'The address has a hole that nobody can fill.',
    example: 'servers: [{ url: "https://{region}.example.com" }]',
    remedy: 'Add the variable with its `default`, or write the address out.',
  },
  'no-server-variables-empty-enum': {
    title: 'A server variable without possible values',
    meaning: 'The `enum` of a variable is empty, or lacks its `default`.',
    reason: 'No address could be made.',
    example: 'servers: [{ url: "https://{region}.example.com", variables: { region: { default: eu, enum: [] } } }]',
    remedy: 'List the values, the default among them.',
  },
  'lint-incomplete': {
    title: 'Checks that could not be completed',
    meaning: 'A library that checks descriptions gave up on this one. Everything else was checked.',
    reason: 'There may be problems that are not told.',
    example: 'A description with very unusual names or nesting.',
    remedy: 'Mend the other problems and try again; if it stays, please report it with the description.',
  },
} as const satisfies Explanations;
