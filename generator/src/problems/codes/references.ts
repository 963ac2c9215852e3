import type { Explanations } from './explanation.js';

/** `$ref`s. */
export const referenceCodes = {
  'ref-unresolved': {
    title: 'A reference to nothing',
    meaning: 'What a `$ref` names is not there: no such file, or no such place in it.',
    reason: 'The type, parameter or reply that is meant would be missing from the packages.',
    example: `components:
  schemas:
    Pet:
      type: object
      properties: { owner: { $ref: '#/components/schemas/Ownr' } }
    Owner: { type: object }`,
    remedy: 'Correct the name; the message says how far the reference could be followed.',
  },
  'ref-outside': {
    title: "A reference that leaves the description's folder",
    meaning: 'A `$ref` leads to another folder or to a URL, which is not read without your word.',
    reason: 'A description from elsewhere must not be able to read your files or to call addresses of your network.',
    example: `components:
  schemas:
    Pet: { $ref: '../shared/pet.yaml' }`,
    remedy: 'If you trust it, allow the folder or URL: --allow-ref ../shared, or the key "allowRefs".',
  },
  'ref-invalid': {
    title: 'A reference to the wrong kind of thing',
    meaning: 'A `$ref` is no text, or leads to a value that cannot stand in its place.',
    reason: 'A number cannot be a schema, nor a list a parameter.',
    example: `components:
  schemas:
    Pet: { $ref: '#/info/title' }`,
    remedy: 'Let it lead to an object of the kind that is expected there.',
  },
  'ref-cycle': {
    title: 'A reference that leads back to itself',
    meaning: 'Following the `$ref`s one after the other never arrives at a value.',
    reason: 'Such a chain describes nothing. (A schema that contains itself is fine: there is a property in between.)',
    example: `components:
  schemas:
    Pet: { $ref: '#/components/schemas/Animal' }
    Animal: { $ref: '#/components/schemas/Pet' }`,
    remedy: 'Give one of them a schema of its own.',
  },
  'ref-siblings-ignored': {
    title: 'Keywords beside a reference that mean nothing there',
    meaning: 'In OpenAPI 3.0 everything beside a `$ref` is ignored; in 3.1 everything but what a reference may have.',
    reason: 'What was written there has no effect, although somebody thought so.',
    example: `paths:
  /pets:
    get:
      responses:
        '200': { $ref: '#/components/responses/Pets', headers: {} }
components:
  responses:
    Pets: { description: Pets. }`,
    remedy: 'Move the keyword to what is referred to, or combine both with `allOf`.',
  },
} as const satisfies Explanations;
