/**
 * openapi-typescript joins the names of fields to addresses and decodes them as parts of a URL, again at each level: one called
 * `100%` would end it. In what it is given, `%` and `#` are written in another way.
 */
export function fieldKey(name: string): string {
  return name.replace(/[%#=]/g, (sign) => `=${sign.charCodeAt(0).toString(16)}`);
}

/** The name of the field that has the key. */
export function fieldName(key: string): string {
  return key.replace(/=(\w\w)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An object schema with these fields, in the form that openapi-typescript is given. */
export function fieldsOf<Value>(
  fields: readonly (readonly [name: string, value: Value])[],
  required: Iterable<string>,
): { readonly properties: Readonly<Record<string, Value>>; readonly required: readonly string[] } {
  return {
    properties: Object.fromEntries(fields.map(([name, value]) => [fieldKey(name), value])),
    required: [...required].map(fieldKey),
  };
}
