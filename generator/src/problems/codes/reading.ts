import type { Explanations } from './explanation.js';

/** Files and URLs that cannot be read or parsed. */
export const readingCodes = {
  'source-missing': {
    title: 'No such file',
    meaning: 'The description or an overlay that was named is not there.',
    reason: 'Everything is made from it, so nothing can be done.',
    example: 'sdkgen validate petz.yaml',
    remedy: 'Check the path. On the command line it starts at the working folder, in a configuration at that file.',
  },
  'source-unreadable': {
    title: 'A description that cannot be read',
    meaning:
      'The file is a folder, a device or one that you may not read; or the URL did not answer, answered with an error, or took too long.',
    reason: 'Everything is made from it, so nothing can be done.',
    example: 'sdkgen validate .',
    remedy: 'Name the file itself and check its permissions; open the URL in a browser to see what it answers.',
  },
  'source-too-large': {
    title: 'A description that is too large',
    meaning: 'The file has more than 32 MiB, or all files together more than 128 MiB.',
    reason: 'The bounds keep a wrong or hostile file from using up the memory of the machine.',
    example: 'sdkgen validate backup.tar',
    remedy: 'See whether it is the right file; split the description into files that refer to each other.',
  },
  'source-outside': {
    title: 'A URL that leads elsewhere',
    meaning: 'The URL of the description redirects to something that is neither http nor https.',
    reason: 'Only web addresses are fetched, so that a server cannot make the generator read something else.',
    example: 'sdkgen validate https://example.com/moved.yaml',
    remedy: 'Give the address at which the description really is, or download it and give the file.',
  },
  'file-encoding': {
    title: 'A file that is not UTF-8',
    meaning: 'The bytes are UTF-16, UTF-32, another encoding, or no text.',
    reason: 'Guessing an encoding would change names and texts.',
    example: 'iconv -t UTF-16 api.yaml > wide.yaml; sdkgen validate wide.yaml',
    remedy: 'Save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8 OLD > NEW',
  },
  'file-empty': {
    title: 'An empty file',
    meaning: 'The file has no text, or only comments, or holds `null`.',
    reason: 'There is nothing to generate from.',
    example: '# to be written',
    remedy: 'See whether a download or an export failed; begin the file with `openapi: 3.1.0`.',
  },
  'file-not-a-description': {
    title: 'A page instead of a description',
    meaning: 'The file holds HTML or XML.',
    reason: 'It is usually the page that shows a description, or the page of an error.',
    example: '<!doctype html><title>API reference</title>',
    remedy:
      'Give the address of the JSON or YAML file itself; on such pages it is often a link called "download" or "raw".',
  },
  'file-too-deep': {
    title: 'Nested too deeply',
    meaning: 'The file has more than 1,000 levels of objects and lists.',
    reason: 'No description needs that many, and deeper ones would exhaust the stack of the programs that read them.',
    example: "openapi: 3.1.0\nx: [[[['and so on, more than a thousand times']]]]",
    remedy: 'Look at the place for what repeats itself; put parts into components and refer to them with `$ref`.',
  },
  'file-too-many-nodes': {
    title: 'Too many values',
    meaning: 'The file has more than 1,000,000 values: objects, lists, texts and numbers.',
    reason: 'The largest description in wide use has a quarter of that; more would take minutes, and all memory.',
    example: '# A file of 50 MB that repeats one response a million times.',
    remedy: 'Look for what repeats itself, put it into components and refer to it with `$ref`.',
  },
  'file-not-unicode': {
    title: 'Half a character',
    meaning: 'A text or a name has one half of a surrogate pair (such as `\\ud800`) without the other.',
    reason: 'It is no character: files and requests can only hold it as something else.',
    example: '{ "openapi": "3.1.0", "x-icon": "\\ud83d" }',
    remedy: 'Give both halves, as in `\\ud83d\\ude00`, or take it out.',
  },
  'description-too-deep': {
    title: 'References that lead too deep',
    meaning: 'Schemas lead through thousands of others, one inside another, until the stack of the generator is full.',
    reason: 'No type could be written of it that a compiler would take.',
    example: '# Schema0 refers to Schema1, which refers to Schema2, and so on 3,000 times.',
    remedy: 'Look for a chain of references that something has generated, and make it shorter.',
  },
  'file-alias-bomb': {
    title: 'YAML aliases that multiply',
    meaning: 'Aliases (`*name`) would add more than 200,000 values to the file.',
    reason: 'A few lines of aliases of aliases can fill the memory of any machine.',
    example: 'a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n# and so on',
    remedy: 'Replace the aliases by schemas in components and `$ref`s, which are not copied.',
  },
  'file-alias-cycle': {
    title: 'A YAML alias that contains itself',
    meaning: 'An alias (`*name`) stands inside the value that it names.',
    reason: 'The value would have no end.',
    example: 'openapi: 3.1.0\nx-self: &self\n  again: *self',
    remedy: 'Say recursion with a schema in components that refers to itself through `$ref`.',
  },
  'file-not-json': {
    title: 'A value that JSON does not have',
    meaning: 'The YAML file holds infinity or "not a number".',
    reason: 'A description means JSON values; no client could send or receive this one.',
    example: 'openapi: 3.1.0\nx-limit: .inf',
    remedy: 'Leave the keyword out for "no limit", or give a number.',
  },
  'json-syntax': {
    title: 'Invalid JSON',
    meaning: 'The file is not JSON; the place is the first one that cannot be read.',
    reason: 'Nothing behind that place can be trusted.',
    example: '{\n  "openapi": "3.1.0",\n}',
    remedy:
      'JSON has no comma after the last entry, no comments, and double quotes only. YAML allows more: call the file .yaml.',
  },
  'yaml-syntax': {
    title: 'Invalid YAML',
    meaning: 'The file is not YAML; the place is where the parser gave up, so the fault is there or just above.',
    reason: 'Nothing behind that place can be trusted.',
    example: 'openapi: 3.1.0\ninfo:\n\ttitle: Pets',
    remedy:
      'Indent with spaces, evenly, and put quotes around texts with `: `, ` #`, or a special character at their start.',
  },
  'duplicate-key': {
    title: 'A key that stands twice',
    meaning: 'An object of a JSON file has two entries of the same name.',
    reason: 'JSON keeps the last and drops the first without a word, so a part of the description is lost.',
    example:
      '{\n  "openapi": "3.1.0",\n  "info": { "title": "Pets", "title": "Cats", "version": "1" },\n  "paths": {}\n}',
    remedy: 'Remove or rename one of the two.',
  },
  'too-large': {
    title: 'Too large with its references followed',
    meaning: 'Put together, the description would have more than 1,000,000 values, or 50,000 copied references.',
    reason: 'References that are copied into each other can grow without bound.',
    example: 'Path items that refer to path items, each several times.',
    remedy: 'Put what is repeated into components; references to components are not copied.',
  },
} as const satisfies Explanations;
