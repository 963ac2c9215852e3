import type { Rule } from './rule.js';

const setPath = 'styles?.path(parameter, value, place) ?? encodeSegment(value, place)';
const pushQuery = '...(styles?.query(parameter, value, place) ?? [plainPair(parameter, value, place)])';
const placeOutside = 'encodeOutsidePath(parameter, value, place, places, styles);';

/** A change of a path value that is encoded already. */
function changingPath(change: string): Pick<Rule, 'file' | 'find' | 'replace'> {
  return { file: 'runtime/request.js', find: setPath, replace: `((text) => ${change})(${setPath})` };
}

/** A change of the value of each pair of the query that is encoded already. */
function changingQuery(change: string): Pick<Rule, 'file' | 'find' | 'replace'> {
  const changed = `.map((pair) => pair.replace(/[^=]*$/, (text) => ${change}))`;
  return { file: 'runtime/request.js', find: pushQuery, replace: pushQuery + changed };
}

const booleanText = "if (typeof value === 'boolean' || typeof value === 'bigint')";

/** Method, base URL, path and query. */
export const addressRules: readonly Rule[] = [
  {
    rule: 'the base URL keeps its path',
    fault: 'the path is resolved against it',
    file: 'runtime/attempt.js',
    find: 'serverOf(core, operation.server) + parts.path',
    replace: 'new URL(parts.path, serverOf(core, operation.server)).href',
  },
  {
    rule: 'base URL and path meet in one slash',
    fault: 'in two',
    file: 'runtime/attempt.js',
    find: 'serverOf(core, operation.server) + parts.path',
    replace: "serverOf(core, operation.server) + '/' + parts.path",
  },
  {
    rule: 'the query begins with a question mark',
    fault: 'with a hash',
    file: 'runtime/attempt.js',
    find: "address.includes('?') ? '&' : '?'",
    replace: "'#'",
  },
  {
    rule: 'the pairs of the query are joined by an ampersand',
    fault: 'by a semicolon',
    file: 'runtime/attempt.js',
    find: "[...authorization.query, ...parts.query].join('&')",
    replace: "[...authorization.query, ...parts.query].join(';')",
  },
  {
    rule: 'the method is the operation’s',
    fault: 'POST with a body, GET without',
    file: 'runtime/attempt.js',
    find: 'const init = { method, headers,',
    replace: "const init = { method: body === undefined ? 'GET' : 'POST', headers,",
  },
  {
    rule: 'a call is one request',
    fault: 'two',
    file: 'runtime/attempt.js',
    find: 'const response = await send(call, request, signal);',
    replace: 'await send(call, request, signal);\n    const response = await send(call, request, signal);',
  },
  {
    rule: 'path values are percent-encoded',
    fault: 'not at all',
    ...changingPath('decodeURIComponent(text)'),
  },
  {
    rule: 'path values are percent-encoded',
    fault: 'twice',
    ...changingPath('encodeURIComponent(text)'),
  },
  {
    rule: 'path values are percent-encoded',
    fault: 'as a form is, a space as a plus',
    ...changingPath("text.replaceAll('%20', '+')"),
  },
  {
    rule: 'a path value stays in its segment',
    fault: 'a slash divides it',
    ...changingPath("text.replaceAll('%2F', '/')"),
  },
  {
    rule: 'path values keep their case',
    fault: 'in small letters',
    ...changingPath('text.toLowerCase()'),
  },
  {
    rule: 'query values are percent-encoded',
    fault: 'not at all',
    ...changingQuery('decodeURIComponent(text)'),
  },
  {
    rule: 'query values are percent-encoded',
    fault: 'twice',
    ...changingQuery('encodeURIComponent(text)'),
  },
  {
    rule: 'query values are percent-encoded',
    fault: 'as a whole URL is, reserved characters as they are',
    ...changingQuery('encodeURI(decodeURIComponent(text))'),
  },
  {
    rule: 'text travels in UTF-8',
    fault: 'in Latin-1',
    file: 'runtime/encode/scalar.js',
    find: 'return encodeURIComponent(text);',
    replace: 'return escape(text);',
  },
  {
    rule: 'query parameters are sent',
    fault: 'left out',
    file: 'runtime/request.js',
    find: placeOutside,
    replace: '',
  },
  {
    rule: 'absent parameters are left out',
    fault: 'empty',
    file: 'runtime/request.js',
    find: 'else if (parameter.required)',
    replace: "else if (parameter.required || !places.query.push(parameter.name + '='))",
  },
  {
    rule: 'a JSON parameter is one JSON text',
    fault: 'its fields are parameters',
    file: 'runtime/request.js',
    find: placeOutside,
    replace:
      'parameter.json ? places.query.push(...Object.entries(value).map(([name, item]) => ' +
      `name + '=' + encodeURIComponent(JSON.stringify(item)))) : ${placeOutside}`,
  },
  {
    rule: 'a JSON parameter is one JSON text',
    fault: 'JSON in JSON',
    file: 'runtime/request.js',
    find: placeOutside,
    replace: placeOutside.replace('value', 'parameter.json ? JSON.stringify(value) : value'),
  },
  {
    rule: 'booleans are true and false',
    fault: '1 and 0',
    file: 'runtime/encode/scalar.js',
    find: booleanText,
    replace: `if (typeof value === 'boolean')\n        return value ? '1' : '0';\n    ${booleanText}`,
  },
  {
    rule: 'booleans are true and false',
    fault: 'True and False',
    file: 'runtime/encode/scalar.js',
    find: booleanText,
    replace: `if (typeof value === 'boolean')\n        return value ? 'True' : 'False';\n    ${booleanText}`,
  },
  {
    rule: 'booleans are true and false',
    fault: 'false is empty',
    file: 'runtime/encode/scalar.js',
    find: booleanText,
    replace: `if (value === false)\n        return '';\n    ${booleanText}`,
  },
  {
    rule: 'numbers are as short as in JSON',
    fault: 'with a decimal point',
    file: 'runtime/encode/scalar.js',
    find: 'Number.isFinite(value) ? String(value)',
    replace: 'Number.isFinite(value) ? value.toFixed(1)',
  },
];
