import type { Explanation, Explanations } from './explanation.js';

/** The same rule for a key of the configuration and for the flag of that name. */
function setting(
  about: Omit<Explanation, 'example'>,
  inFile: string,
  asFlag: string,
): { readonly file: Explanation; readonly flag: Explanation } {
  return {
    file: { ...about, example: `{ "sdkgen": { "spec": "api.yaml", ${inFile} } }` },
    flag: { ...about, example: `sdkgen generate ${asFlag}` },
  };
}

const spec = setting(
  {
    title: 'Not the place of a description',
    meaning: 'The value is neither a path nor a URL that begins with http:// or https://.',
    reason: 'There is nothing to generate from.',
    remedy: 'Give a path such as spec/openapi.yaml, or a web address.',
  },
  '"spec": "ftp://example.com/api.yaml"',
  '--spec ftp://example.com/api.yaml',
);
const out = setting(
  {
    title: 'Not an output folder',
    meaning: 'The value is no path of a folder: it is empty or a URL.',
    reason: 'The packages are written to the disk of this machine.',
    remedy: 'Give a path such as packages.',
  },
  '"out": "https://example.com"',
  '--spec api.yaml --out https://example.com',
);
const scope = setting(
  {
    title: 'Not a scope of npm',
    meaning: 'A scope is made of lower-case letters, digits and hyphens. The @ may be left out.',
    reason: 'npm would refuse to publish the packages.',
    remedy: 'Give the scope alone, without a slash: @acme.',
  },
  '"scope": "@Acme"',
  '--spec api.yaml --scope @acme/chat',
);
const name = setting(
  {
    title: "Not a part of a package's name",
    meaning: 'The name begins with a lower-case letter, and goes on with such letters, digits and single hyphens.',
    reason: 'The packages are called NAME-types and NAME-client, and classes are named after it.',
    remedy: 'Give a short name such as chat.',
  },
  '"name": "My Chat"',
  '--spec api.yaml --name my/chat',
);
const templates = setting(
  {
    title: 'Not a folder of templates',
    meaning: 'The value is no path of a folder: it is empty or a URL.',
    reason: 'Templates are read from the disk of this machine.',
    remedy: 'Give a path such as my-templates.',
  },
  '"templates": "https://example.com"',
  '--spec api.yaml --templates https://example.com',
);
const addon = setting(
  {
    title: 'Not the name of an add-on',
    meaning: 'Add-ons are named as their folders in templates/addons: lower-case letters, digits and hyphens.',
    reason: 'The name is used as a path.',
    remedy: 'Give the name of a folder, such as stream.',
  },
  '"addons": ["../stream"]',
  '--spec api.yaml --addon ../stream',
);
const allowRef = setting(
  {
    title: 'Not a place that references may lead to',
    meaning: 'The value is neither a path nor a URL that begins with http:// or https://.',
    reason: 'It would allow nothing.',
    remedy: 'Give a folder such as ../shared, or the beginning of web addresses.',
  },
  '"allowRefs": ["ftp://example.com"]',
  '--spec api.yaml --allow-ref ftp://example.com',
);
const overlay = setting(
  {
    title: 'Not the path of an overlay',
    meaning: 'The value is no path of a file: it is empty or a URL.',
    reason: 'Overlays are read from the disk of this machine.',
    remedy: 'Give a path such as spec/fixes.overlay.yaml.',
  },
  '"overlays": ["https://example.com/fixes.yaml"]',
  '--spec api.yaml --overlay https://example.com/fixes.yaml',
);

/** The configuration and the flags. */
export const settingCodes = {
  'config-spec': spec.file,
  'flag-spec': spec.flag,
  'config-out': out.file,
  'flag-out': out.flag,
  'config-scope': scope.file,
  'flag-scope': scope.flag,
  'config-name': name.file,
  'flag-name': name.flag,
  'config-templates': templates.file,
  'flag-templates': templates.flag,
  'config-addons': addon.file,
  'flag-addon': addon.flag,
  'config-allowRefs': allowRef.file,
  'flag-allow-ref': allowRef.flag,
  'config-overlays': overlay.file,
  'flag-overlay': overlay.flag,
  'flag-config': {
    title: 'Not the path of a configuration',
    meaning: 'The value after --config is no path of a file: it is empty or a URL.',
    reason: 'The configuration is read from the disk of this machine.',
    example: 'sdkgen generate --config https://example.com/sdkgen.json',
    remedy: 'Give a path such as sdkgen.json.',
  },
  'flag-port': {
    title: 'A port that cannot be listened on',
    meaning: 'Another program listens on the port of sdkgen mock, or you may not use it.',
    reason: 'The mock server has no address.',
    example: 'sdkgen mock api.yaml --port 4010 & sdkgen mock api.yaml --port 4010',
    remedy: 'End the other program, give another port, or leave --port out: then a free one is taken.',
  },
  'config-version': {
    title: 'Not a version',
    meaning: 'The version, in the key "sdkgen" or of the package.json itself, is not three numbers with dots.',
    reason: 'npm takes semantic versions only, and both packages have this one.',
    example: '{ "sdkgen": { "spec": "api.yaml", "version": "v1" } }',
    remedy: 'Write a version such as 1.2.0.',
  },
  'config-license': {
    title: 'Not a licence',
    meaning: 'The licence is no text, or an empty one.',
    reason: 'It is written into the package.json of both packages.',
    example: '{ "sdkgen": { "spec": "api.yaml", "license": true } }',
    remedy: 'Write an SPDX expression such as MIT.',
  },
  'config-repository': {
    title: 'Not a repository',
    meaning: 'The repository is no text, or an empty one.',
    reason: "It is written into the package.json of both packages, where npm's provenance looks for it.",
    example: '{ "sdkgen": { "spec": "api.yaml", "repository": true } }',
    remedy: 'Write an address that git takes. A package.json with a repository of its own needs no such setting.',
  },
  'config-unknown-key': {
    title: 'A setting that does not exist',
    meaning: 'The configuration has a key that means nothing.',
    reason: 'What is misspelt would have no effect.',
    example: '{ "sdkgen": { "spec": "api.yaml", "overlay": [] } }',
    remedy: 'Correct the name. A note can be left under the key "//".',
  },
  'config-syntax': {
    title: 'A configuration that is not JSON',
    meaning: 'The file cannot be parsed; the place is the first one that cannot be read.',
    reason: 'None of its options are known.',
    example: '{ "sdkgen": { "spec": "api.yaml", } }',
    remedy: 'JSON has no comments, no comma after the last entry, and double quotes only.',
  },
  'config-type': {
    title: 'A configuration that is no object',
    meaning: 'The configuration, or the key "sdkgen" of the package.json, is a list, a text or a number.',
    reason: 'It has no keys to read options from.',
    example: '{ "sdkgen": "api.yaml" }',
    remedy: 'Write { "sdkgen": { "spec": "api.yaml" } }.',
  },
  'config-unreadable': {
    title: 'A configuration that cannot be read',
    meaning: 'The file after --config is not there, is a folder, or may not be read.',
    reason: 'None of its options are known.',
    example: 'sdkgen generate --config nowhere.json',
    remedy: 'Check the path and its permissions.',
  },
  'config-missing': {
    title: 'A package.json without configuration',
    meaning: 'The package.json after --config has no key "sdkgen".',
    reason: 'There are no options to take from it.',
    example: 'sdkgen generate --config other/package.json',
    remedy: 'Add the key, or name another file.',
  },
  'config-spec-missing': {
    title: 'No description is named',
    meaning: 'Neither --spec nor a configuration says what to generate from.',
    reason: 'There is nothing to generate from.',
    example: 'sdkgen generate',
    remedy: 'Write --spec FILE, or { "sdkgen": { "spec": "api.yaml" } } into package.json.',
  },
  'config-templates-missing': {
    title: 'A folder of templates that is not there',
    meaning: 'The path in --templates or in the key "templates" leads to nothing, or to a file.',
    reason: 'The packages would be made without your templates.',
    example: 'sdkgen generate --spec api.yaml --templates nowhere',
    remedy: 'Check the path. On the command line it starts at the working folder, in a configuration at that file.',
  },
  'config-out-in-templates': {
    title: 'Output among the templates',
    meaning: 'The output folder is the folder of the templates, or lies in it.',
    reason: 'The next run would read the packages as templates.',
    example: 'sdkgen generate --spec api.yaml --templates mine --out mine/packages',
    remedy: 'Choose an output folder beside the templates.',
  },
} as const satisfies Explanations;
