import type { Rule } from './rule.js';

const parse = 'value = JSON.parse(text);';
const perMillisecond = 'const perMillisecond = 1_000_000;';

/** What the caller gets of a reply. */
export const replyRules: readonly Rule[] = [
  {
    rule: 'date-times of a reply are dates',
    fault: 'left as they came',
    file: 'runtime/reply.js',
    find: 'return dates === undefined ? value : decodeDates(value, dates, milliseconds);',
    replace: 'return value;',
  },
  {
    rule: 'numbers are date-times too',
    fault: 'text alone',
    file: 'runtime/decode.js',
    find: "if (typeof value !== 'number' || !milliseconds)",
    replace: 'if (true)',
  },
  {
    rule: 'numbers count nanoseconds',
    fault: 'microseconds',
    file: 'addons/stream/service.js',
    find: perMillisecond,
    replace: 'const perMillisecond = 1000;',
  },
  {
    rule: 'numbers count nanoseconds',
    fault: 'milliseconds',
    file: 'addons/stream/service.js',
    find: perMillisecond,
    replace: 'const perMillisecond = 1;',
  },
  {
    rule: 'date-times are rounded to the nearest millisecond',
    fault: 'down',
    file: 'addons/stream/service.js',
    find: 'return nearest;',
    replace: 'return Math.floor(quotient);',
  },
  {
    rule: 'date-times are rounded to the nearest millisecond',
    fault: 'up',
    file: 'addons/stream/service.js',
    find: 'return nearest;',
    replace: 'return Math.ceil(quotient);',
  },
  {
    rule: 'date-times are rounded to the nearest millisecond',
    fault: 'to the second',
    file: 'addons/stream/service.js',
    find: 'milliseconds: nanosecondsToMilliseconds,',
    replace: 'milliseconds: (nanoseconds) => Math.round(nanoseconds / 1e9) * 1000,',
  },
  {
    rule: 'date-times in lists are dates',
    fault: 'left as they came',
    file: 'runtime/decode.js',
    find: 'else if (isPlan(first) && Array.isArray(container))',
    replace: 'else if (false)',
  },
  {
    rule: 'date-times in every item of a list are dates',
    fault: 'in the first alone',
    file: 'runtime/decode.js',
    find: 'for (let index = 0; index < container.length; index++)',
    replace: 'for (let index = 0; index < 1; index++)',
  },
  {
    rule: 'date-times in maps are dates',
    fault: 'left as they came',
    file: 'runtime/decode.js',
    find: "else if (first === '*')",
    replace: 'else if (false)',
  },
  {
    rule: 'date-times in objects inside others are dates',
    fault: 'at the top alone',
    file: 'runtime/decode.js',
    find: 'else if (isContainer(found))',
    replace: 'else if (false)',
  },
  {
    rule: 'date-times in schemas that hold themselves are dates',
    fault: 'left as they came',
    file: 'runtime/decode.js',
    find: "while (typeof here === 'function')\n        here = here();",
    replace: "if (typeof here === 'function')\n        return;",
  },
  {
    rule: 'what is no date-time stays a number',
    fault: 'each number is a date',
    file: 'runtime/reply.js',
    find: parse,
    replace: "value = JSON.parse(text, (_, item) => (typeof item === 'number' ? new Date(item) : item));",
  },
  {
    rule: 'false stays in a reply',
    fault: 'is left out',
    file: 'runtime/reply.js',
    find: parse,
    replace: 'value = JSON.parse(text, (_, item) => (item === false ? undefined : item));',
  },
  {
    rule: 'empty objects stay in a reply',
    fault: 'are left out',
    file: 'runtime/reply.js',
    find: parse,
    replace:
      "value = JSON.parse(text, (_, item) => (typeof item === 'object' && item !== null && !Array.isArray(item) && Object.keys(item).length === 0 ? undefined : item));",
  },
  {
    rule: 'a reply is given whole',
    fault: 'without its duration',
    file: 'runtime/reply.js',
    find: parse,
    replace: 'value = JSON.parse(text);\n        delete value.duration;',
  },
  {
    rule: 'a reply is given whole',
    fault: 'its first field alone',
    file: 'runtime/reply.js',
    find: parse,
    replace: 'value = Object.values(JSON.parse(text))[0];',
  },
  {
    rule: 'names of fields are not changed in a reply',
    fault: 'written in camelCase',
    file: 'runtime/reply.js',
    find: parse,
    replace:
      'value = JSON.parse(text.replace(/"[a-z_]+":/g, (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())));',
  },
  {
    rule: 'a reply is JSON',
    fault: 'given as text',
    file: 'runtime/reply.js',
    find: 'value = JSON.parse(text);',
    replace: 'return text;',
  },
  {
    rule: 'a reply is read in UTF-8',
    fault: 'in Latin-1',
    file: 'runtime/bytes.js',
    find: 'new TextDecoder()',
    replace: "new TextDecoder('latin1')",
  },
  {
    rule: 'status 201 is a success',
    fault: 'only 200 is',
    file: 'runtime/attempt.js',
    find: 'if (!response.ok)',
    replace: 'if (response.status !== 200)',
  },
];
