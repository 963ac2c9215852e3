/** A template asked for a field that its data does not have. */
export class MissingDataError extends Error {
  override readonly name = 'MissingDataError';
  /** From the root of the data. */
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super(`There is no ${dataPath(path)} in the data of this template.`);
    this.path = path;
  }
}

/** A path as it is told: `operations[3].method`. */
function dataPath(path: readonly string[]): string {
  return path.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/**
 * The data of a template, so that a field that is not there is an error wherever a template mentions it. (Handlebars'
 * own strictness leaves out the parameters of helpers and blocks.)
 *
 * @throws {MissingDataError} from any later access to a missing field.
 */
export function guardData(data: object, path: readonly string[] = []): object {
  const isList = Array.isArray(data);
  // A copy: of what is frozen, a proxy may give nothing but the value itself.
  const copy: object = isList ? [...data] : { ...data };
  return new Proxy(copy, {
    get(target, key) {
      if (typeof key === 'symbol' || (isList && !/^\d+$/.test(key))) return Reflect.get(target, key);
      if (!Object.hasOwn(target, key)) {
        // Asked for by JSON.stringify.
        if (key === 'toJSON') return undefined;
        throw new MissingDataError([...path, key]);
      }
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'object' && value !== null ? guardData(value, [...path, key]) : value;
    },
  });
}
