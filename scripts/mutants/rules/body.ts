import type { Rule } from './rule.js';

const stringify = 'return JSON.stringify(value);';

/** JSON.stringify with a function that sees each value before it is turned into JSON. */
function replacing(expression: string): string {
  return `return JSON.stringify(value, function (key) { const item = this[key]; return ${expression}; });`;
}

const appendFile = 'content.append(part.name, blob, name);';
const appendText = 'content.append(part.name, part.text);';
const jsonType = "mediaType: body.mediaType ?? 'application/json'";
const jsonPart = "if (kind === 'json')\n        return [toJson(value, place)];";

/** JSON and multipart bodies. */
export const bodyRules: readonly Rule[] = [
  {
    rule: 'the body is sent',
    fault: 'left out',
    file: 'runtime/attempt.js',
    find: 'body: body?.content,',
    replace: 'body: undefined,',
  },
  {
    rule: 'the fields stand at the top of the body',
    fault: 'below `body`',
    file: 'runtime/request.js',
    find: 'value: left,',
    replace: 'value: { body: left },',
  },
  {
    rule: 'a body that is required is sent without any field too',
    fault: 'left out',
    file: 'runtime/request.js',
    find: '!body.required && Object.values(left)',
    replace: 'Object.values(left)',
  },
  {
    rule: 'parameters are no fields of the body',
    fault: 'they are sent there as well',
    file: 'runtime/request.js',
    find: 'Reflect.deleteProperty(left, argument);',
    replace: '',
  },
  {
    rule: 'a JSON body says that it is JSON',
    fault: 'no Content-Type of ours',
    file: 'runtime/attempt.js',
    find: 'body?.mediaType !== undefined && {',
    replace: 'false && {',
  },
  {
    rule: 'a JSON body says that it is JSON',
    fault: 'plain text',
    file: 'runtime/encode/body.js',
    find: jsonType,
    replace: "mediaType: 'text/plain'",
  },
  {
    rule: 'a JSON body is JSON',
    fault: 'a form',
    file: 'runtime/encode/body.js',
    find: "body.kind === 'json'",
    replace: "body.kind === 'json' && (body = { kind: 'form' }) && false",
  },
  {
    rule: 'a JSON body is JSON',
    fault: 'JSON in JSON',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: 'return JSON.stringify(JSON.stringify(value));',
  },
  {
    rule: 'date-times are sent as RFC 3339',
    fault: 'as milliseconds',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('item instanceof Date ? item.getTime() : item'),
  },
  {
    rule: 'date-times are sent as RFC 3339',
    fault: 'as nanoseconds',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('item instanceof Date ? item.getTime() * 1e6 : item'),
  },
  {
    rule: 'date-times are sent as RFC 3339',
    fault: 'as JavaScript prints them',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('item instanceof Date ? String(item) : item'),
  },
  {
    rule: 'date-times are sent with milliseconds',
    fault: 'cut off at the second',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing("item instanceof Date ? item.toISOString().slice(0, 19) + 'Z' : item"),
  },
  {
    rule: 'false is sent',
    fault: 'left out',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('item === false ? undefined : item'),
  },
  {
    rule: 'empty lists are sent',
    fault: 'left out',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('Array.isArray(item) && item.length === 0 ? undefined : item'),
  },
  {
    rule: 'empty objects are sent',
    fault: 'left out',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('isPlainObject(item) && Object.keys(item).length === 0 ? undefined : item'),
  },
  {
    rule: 'numbers are numbers in JSON',
    fault: 'text',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing("typeof item === 'number' ? String(item) : item"),
  },
  {
    rule: 'booleans are booleans in JSON',
    fault: '1 and 0',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing("typeof item === 'boolean' ? Number(item) : item"),
  },
  {
    rule: 'names of fields are not changed',
    fault: 'written in camelCase',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace:
      'return JSON.stringify(value).replace(/"[a-z_]+":/g, (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()));',
  },
  {
    rule: 'lists keep their order',
    fault: 'backwards',
    file: 'runtime/encode/json.js',
    find: stringify,
    replace: replacing('Array.isArray(item) ? item.toReversed() : item'),
  },
  {
    rule: 'a multipart body is multipart',
    fault: 'JSON',
    file: 'runtime/encode/body.js',
    find: "body.kind === 'json'",
    replace: "body.kind === 'json' || body.kind === 'multipart'",
  },
  {
    rule: 'a multipart body is multipart',
    fault: 'a form',
    file: 'runtime/encode/body.js',
    find: 'codecs[body.kind]?.encode(',
    replace: "codecs[body.kind === 'multipart' ? 'form' : body.kind]?.encode(",
  },
  {
    rule: 'a multipart body names its boundary',
    fault: 'a Content-Type without one',
    file: 'runtime/encode/multipart.js',
    find: 'return { content, once };',
    replace: "return { content, mediaType: 'multipart/form-data', once };",
  },
  {
    rule: 'a file is sent with its name',
    fault: 'with a name of ours',
    file: 'runtime/encode/multipart.js',
    find: appendFile,
    replace: "content.append(part.name, blob, 'blob');",
  },
  {
    rule: 'a file is sent with its media type',
    fault: 'without',
    file: 'runtime/encode/multipart.js',
    find: appendFile,
    replace: 'content.append(part.name, new Blob([blob]), name);',
  },
  {
    rule: 'a file is sent whole',
    fault: 'its last byte is missing',
    file: 'runtime/encode/multipart.js',
    find: appendFile,
    replace: 'content.append(part.name, blob.slice(0, -1, blob.type), name);',
  },
  {
    rule: 'a file is a part of its own kind',
    fault: 'a field of text',
    file: 'runtime/encode/multipart.js',
    find: appendFile,
    replace: 'content.append(part.name, await blob.text());',
  },
  {
    rule: 'an object is one JSON text in a multipart body',
    fault: 'printed by JavaScript',
    file: 'runtime/encode/parts.js',
    find: jsonPart,
    replace: "if (kind === 'json')\n        return [String(value)];",
  },
  {
    rule: 'a list is one JSON text in a multipart body',
    fault: 'a part for each item',
    file: 'runtime/encode/parts.js',
    find: jsonPart,
    replace: `if (kind === 'json' && Array.isArray(value))\n        return value.map((item) => toJson(item, place));\n    ${jsonPart}`,
  },
  {
    rule: 'a JSON part is text',
    fault: 'a file of the type JSON',
    file: 'runtime/encode/multipart.js',
    find: appendText,
    replace: "content.append(part.name, new Blob([part.text], { type: 'application/json' }));",
  },
  {
    rule: 'the parts of a multipart body have the names of the fields',
    fault: 'with brackets',
    file: 'runtime/encode/multipart.js',
    find: appendText,
    replace: "content.append(part.name + '[]', part.text);",
  },
];
