/** Reserved words of ECMAScript and TypeScript that cannot be names of variables or types. */
const reservedWords = new Set(
  `abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue
  debugger declare default delete do else enum eval export extends false finally for from function get if implements
  import in infer instanceof interface intrinsic is keyof let module namespace never new null number object of package
  private protected public readonly require return satisfies set static string super switch symbol this throw true try
  type typeof undefined unique unknown using var void while with yield`.split(/\s+/),
);

/** Members of every object or every client, or that would change its behaviour: thenable, or printed differently. */
const reservedMembers = new Set(
  `constructor prototype then toJSON toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable
  __proto__ withOptions request`.split(/\s+/),
);

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

export function isReservedWord(text: string): boolean {
  return reservedWords.has(text);
}

/** Returns the identifier closest to the text: characters that are not allowed become `_`. */
export function toIdentifier(text: string): string {
  const valid = [...text].map((character) => (/[\p{ID_Continue}$]/u.test(character) ? character : '_')).join('');
  return /^[\p{ID_Start}$_]/u.test(valid) ? valid : `_${valid}`;
}

/** For variables, functions, classes and types. */
export function toDeclarationName(text: string): string {
  const name = toIdentifier(text);
  return isReservedWord(name) ? `${name}_` : name;
}

/** For methods: reserved words are allowed (`client.delete()`), the client's own members are not. */
export function toMemberName(text: string, reserved: ReadonlySet<string>): string {
  const name = toIdentifier(text);
  return reservedMembers.has(name) || reserved.has(name) ? `${name}_` : name;
}
