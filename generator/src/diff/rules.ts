/** How bad a change is for code that calls the API through the generated client. */
export type ChangeSeverity = 'breaking' | 'warning' | 'compatible';

/** The part of Semantic Versioning 2.0.0 that a change moves. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** Who refuses code that a breaking change breaks: the compiler, when it is built, or the service, when it runs. */
export type SeenBy = 'compiler' | 'service';

/** What one kind of change means, by the way that what changed travels. */
export interface Rule {
  readonly title: string;
  /** Where it is sent: an argument, or a schema below one. */
  readonly request: ChangeSeverity;
  /** Where it is received: a schema of a reply. Rules about operations and the service as a whole say the same twice. */
  readonly reply: ChangeSeverity;
  readonly seenBy: SeenBy;
  /** Of a change that breaks nobody: `minor` where it gives users something to use or to think about. */
  readonly bump: 'minor' | 'patch';
  readonly meaning: string;
}

function rule(
  title: string,
  severities: ChangeSeverity | readonly [request: ChangeSeverity, reply: ChangeSeverity],
  bump: Rule['bump'],
  meaning: string,
  seenBy: SeenBy = 'compiler',
): Rule {
  const [request, reply] = typeof severities === 'string' ? [severities, severities] : severities;
  return { title, request, reply, seenBy, bump, meaning };
}

/** Every rule by its id, which is stable. `generator/docs/diff.md` is written from it. */
export const RULES = {
  'operation-added': rule('Operation added', 'compatible', 'minor', 'There is one method more.'),
  'operation-removed': rule('Operation removed', 'breaking', 'minor', 'Its method is gone.'),
  'operation-renamed': rule('Operation renamed', 'breaking', 'minor', 'Its method has another name.'),
  'operation-moved': rule(
    'Method or path changed',
    'warning',
    'minor',
    'Calls stay as they are; clients of an older version ask at the old address.',
  ),
  'operation-deprecated': rule('Operation deprecated', 'warning', 'minor', 'Editors strike the method through.'),
  'operation-restored': rule('Operation no longer deprecated', 'compatible', 'patch', 'The method may be used again.'),
  'operation-described': rule('Texts of an operation', 'compatible', 'patch', 'Only the documentation changes.'),
  'operation-tagged': rule('Tag of an operation', 'compatible', 'patch', 'It is documented on another page.'),
  'examples-changed': rule('Examples', 'compatible', 'patch', 'Only documentation and tests change.'),

  'parameter-added': rule('Optional parameter added', 'compatible', 'minor', 'There is one argument more.'),
  'required-parameter-added': rule('Required parameter added', 'breaking', 'minor', 'Calls lack an argument.'),
  'parameter-removed': rule('Parameter removed', 'breaking', 'minor', 'Calls that give it do not compile.'),
  'parameter-renamed': rule('Parameter renamed', 'breaking', 'minor', 'The argument has another name.'),
  'parameter-became-required': rule('Parameter became required', 'breaking', 'minor', 'Calls lack an argument.'),
  'parameter-became-optional': rule('Parameter became optional', 'compatible', 'minor', 'It may be left out.'),
  'parameter-moved': rule('Parameter moved', 'compatible', 'patch', 'The client sends it at another place.'),
  'parameter-serialized': rule('Style of a parameter', 'compatible', 'patch', 'The client writes it in another way.'),

  'body-added': rule('Optional body added', 'compatible', 'minor', 'There are more arguments.'),
  'required-body-added': rule('Required body added', 'breaking', 'minor', 'Calls lack arguments.'),
  'body-removed': rule('Body removed', 'breaking', 'minor', 'Calls that give its fields do not compile.'),
  'body-became-required': rule('Body became required', 'breaking', 'minor', 'Calls lack an argument.'),
  'body-became-optional': rule('Body became optional', 'compatible', 'minor', 'It may be left out.'),
  'body-argument-changed': rule(
    'Arguments of a body laid out anew',
    'breaking',
    'minor',
    'Its fields are arguments by themselves now and were one, or the other way round.',
  ),
  'body-media-type-changed': rule('Media type of a body', 'warning', 'patch', 'The client sends another format.'),

  'reply-added': rule('Reply added', 'breaking', 'minor', 'What a call gives may be of one more type.'),
  'reply-fitting': rule(
    'Reply added that fits',
    'compatible',
    'minor',
    'What a call gives with one more status fits the type that it gave before.',
  ),
  'reply-removed': rule('Reply removed', 'breaking', 'minor', 'What a call gives is no longer of that type.'),
  'reply-kind-changed': rule('Kind of a reply', 'breaking', 'minor', 'A call gives another type altogether.'),
  'reply-status-changed': rule('Status of a reply', 'compatible', 'patch', 'The client takes any success alike.'),
  'error-replies-changed': rule('Error replies', 'compatible', 'patch', 'Errors are classes by their status already.'),

  'pagination-added': rule('Pages found', 'compatible', 'minor', 'The call can be iterated over.'),
  'pagination-removed': rule('Pages lost', 'breaking', 'minor', 'The call can no longer be iterated over.'),
  'pagination-changed': rule('Items of pages', 'breaking', 'minor', 'An iteration gives other items.'),

  'type-added': rule('Type added', 'compatible', 'minor', 'There is one type more to import.'),
  'type-removed': rule('Type removed', 'breaking', 'minor', 'Code that imports it does not compile.'),
  'type-renamed': rule('Type renamed', 'breaking', 'minor', 'Code that imports it does not compile.'),
  'type-deprecated': rule('Type deprecated', 'warning', 'minor', 'Editors strike it through.'),

  'property-added': rule('Field added', 'compatible', 'minor', 'There is one field more.'),
  'required-property-added': rule(
    'Required field added',
    ['breaking', 'compatible'],
    'minor',
    'Calls lack the field; replies have one more.',
  ),
  'property-removed': rule('Field removed', 'breaking', 'minor', 'Code that gives or reads it does not compile.'),
  'property-became-required': rule(
    'Field became required',
    ['breaking', 'compatible'],
    'minor',
    'Calls lack the field; replies always have it.',
  ),
  'property-became-optional': rule(
    'Field became optional',
    ['compatible', 'breaking'],
    'minor',
    'Calls may leave it out; replies may lack it.',
  ),
  'property-deprecated': rule('Field deprecated', 'warning', 'minor', 'Editors strike it through.'),
  'type-widened': rule(
    'Type widened',
    ['compatible', 'breaking'],
    'minor',
    'Calls may give more; replies hold what the code does not expect.',
  ),
  'type-narrowed': rule(
    'Type narrowed',
    ['breaking', 'compatible'],
    'minor',
    'Calls may give less; replies hold less.',
  ),
  'type-changed': rule('Type changed', 'breaking', 'minor', 'The old type does not fit.'),
  'null-allowed': rule('Null allowed', ['compatible', 'breaking'], 'minor', 'Replies may hold null.'),
  'null-refused': rule('Null no longer allowed', ['breaking', 'compatible'], 'minor', 'Calls may not give null.'),
  'enum-value-added': rule(
    'Enum value added',
    ['compatible', 'warning'],
    'minor',
    'Calls may give it; code that reads replies compiles, and meets a value that it may not handle.',
  ),
  'enum-value-removed': rule('Enum value removed', ['breaking', 'compatible'], 'minor', 'Calls may not give it.'),
  'enum-set': rule('Values restricted', ['breaking', 'compatible'], 'minor', 'Calls may give only these values.'),
  'enum-lifted': rule('Values no longer restricted', 'compatible', 'minor', 'Any value may come and go.'),
  'union-member-added': rule(
    'Alternative added',
    ['compatible', 'breaking'],
    'minor',
    'Replies may hold what the code does not expect.',
  ),
  'union-member-removed': rule(
    'Alternative removed',
    ['breaking', 'warning'],
    'minor',
    'Calls may not give it; what replies held is handled for nothing.',
  ),
  'union-member-fitting': rule(
    'Alternative added that fits',
    ['compatible', 'warning'],
    'minor',
    'Replies may hold one thing more, which fits a type that the code knows.',
  ),
  'union-member-merged': rule(
    'Alternative merged',
    'compatible',
    'minor',
    'Another alternative takes what this one took.',
  ),
  'map-closed': rule('Further fields no longer described', 'breaking', 'minor', 'Code with other fields fails.'),
  'map-opened': rule('Further fields described', 'compatible', 'minor', 'Other fields have a type.'),
  'map-changed': rule(
    'Further fields described otherwise',
    'warning',
    'patch',
    'Beside known fields, further ones are `unknown` to the compiler.',
    'service',
  ),
  'bound-narrowed': rule(
    'Bound narrowed',
    ['breaking', 'compatible'],
    'patch',
    'The service refuses values that it took.',
    'service',
  ),
  'bound-widened': rule('Bound widened', 'compatible', 'patch', 'The service takes more values.'),
  'format-changed': rule(
    'Format changed',
    ['warning', 'compatible'],
    'patch',
    'The service may refuse values that it took.',
    'service',
  ),
  'default-changed': rule(
    'Default changed',
    ['warning', 'compatible'],
    'patch',
    'Leaving it out means something else.',
  ),
  'schema-described': rule('Texts of a type', 'compatible', 'patch', 'Only the documentation changes.'),
  'filter-field-added': rule('Filter field added', 'compatible', 'minor', 'A filter may ask for it.'),
  'filter-field-removed': rule('Filter field removed', 'breaking', 'minor', 'A filter may not ask for it.', 'service'),
  'filter-operator-added': rule('Filter operator added', 'compatible', 'minor', 'A filter may use it.'),
  'filter-operator-removed': rule('Filter operator removed', 'breaking', 'minor', 'Filters with it do not compile.'),

  'security-tightened': rule(
    'Other credentials demanded',
    'breaking',
    'minor',
    'Calls with the old credentials are refused.',
    'service',
  ),
  'security-relaxed': rule('Fewer credentials demanded', 'compatible', 'minor', 'Calls need less.'),
  'credential-added': rule('Credential added', 'compatible', 'minor', 'The client takes one option more.'),
  'credential-renamed': rule('Credential renamed', 'breaking', 'minor', 'An option of the client has another name.'),
  'credential-removed': rule('Credential removed', 'breaking', 'minor', 'An option of the client is gone.'),
  'credential-changed': rule('Credential changed', 'warning', 'minor', 'It is sent in another way.'),
  'server-changed': rule('Address of the service', 'warning', 'minor', 'Clients without `baseUrl` call another host.'),
  unforeseen: rule(
    'Not foreseen',
    'breaking',
    'minor',
    'The compiler refuses code for the old version, which these rules did not foresee: a fault of the generator, please report it.',
  ),
  'server-removed': rule('Address of the service gone', 'breaking', 'minor', 'The client cannot do without `baseUrl`.'),
  'service-described': rule('Texts of the whole', 'compatible', 'patch', 'Only the documentation changes.'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;
