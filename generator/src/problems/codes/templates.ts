import type { Explanations } from './explanation.js';

/** Templates and add-ons; the examples are templates called client/index.ts.hbs. */
export const templateCodes = {
  'template-syntax': {
    title: 'A template that cannot be parsed',
    meaning: 'It is not Handlebars: a tag is not closed, or closed by another name.',
    reason: 'Nothing can be printed with it.',
    example: '{{#if exports}}\nexport {};',
    remedy: 'Close every {{#name}} with {{/name}}.',
  },
  'template-unknown-helper': {
    title: 'A helper that does not exist',
    meaning: 'A template calls something that is neither a helper nor a block of Handlebars.',
    reason: 'It is unknown what should be printed.',
    example: '// {{uppercase className}}',
    remedy: 'docs/template-data.md lists the helpers; for names there are others, which the README lists.',
  },
  'template-unknown-partial': {
    title: 'A partial that does not exist',
    meaning: 'A template has {{> name}}, and there is no partials/name.hbs.',
    reason: 'It is unknown what should be printed.',
    example: '{{> footer}}',
    remedy: 'Correct the name, or add the file to the folder partials/ of your templates.',
  },
  'template-unencoded': {
    title: 'Text that is printed as it is',
    meaning: 'A template has {{value}} without a helper.',
    reason:
      'Texts of a description may be anything: without the encoder of the place where they land they could become code.',
    example: '// {{className}}',
    remedy:
      'Name the kind of place: {{string value}}, {{identifier value}}, {{comment value ""}}, {{text value}} and so on.',
  },
  'template-missing-data': {
    title: 'Data that a template does not get',
    meaning: 'A template asks for a field that is not there; the message gives its path in the data.',
    reason: 'A misspelt field must not be printed as nothing.',
    example: '// {{text clasName}}',
    remedy: 'docs/template-data.md lists what each template gets.',
  },
  'template-invalid': {
    title: 'A template that cannot be printed',
    meaning: 'A helper got something that it cannot encode, such as a list, or a text that is no identifier.',
    reason: 'The output would be wrong.',
    example: '// {{text exports}}',
    remedy: 'Give the helper what it takes; docs/template-data.md lists helpers and data.',
  },
  'template-unused': {
    title: 'A file that replaces no template',
    meaning: 'Your folder of templates has a file at a path where we have none, and nothing refers to it.',
    reason: 'If the name is misspelt, your change has no effect.',
    example: 'my-templates/client/index.ts.handlebars',
    remedy: 'Give it the path of the template that it should replace, or take it out of the folder.',
  },
  'templates-unreadable': {
    title: 'A folder of templates that cannot be read',
    meaning: 'The folder, or a file in it, may not be read.',
    reason: 'The packages would be made without some of your templates.',
    example: 'chmod 000 my-templates',
    remedy: 'Change its permissions.',
  },
  'addon-unknown': {
    title: 'An add-on that does not exist',
    meaning: 'No folder of that name with an addon.json is in templates/addons, neither ours nor yours.',
    reason: 'The client would lack what the add-on brings.',
    example: 'sdkgen generate --spec api.yaml --addon steam',
    remedy: 'Correct the name.',
  },
  'addon-invalid': {
    title: 'An add-on that cannot be read',
    meaning: 'Its addon.json is not JSON, or a field of it is missing or of the wrong type.',
    reason: 'It is unknown what the add-on brings.',
    example: '{ "service": "stream" }',
    remedy: 'See templates/addons/stream/addon.json for its fields.',
  },
} as const satisfies Explanations;
