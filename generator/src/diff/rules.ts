/** How bad a change is for code that calls the API through the generated client: the worst first. */
export const SEVERITIES = ['breaking', 'warning', 'compatible'] as const;
export type ChangeSeverity = (typeof SEVERITIES)[number];

/** The part of Semantic Versioning 2.0.0 that a change moves. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** What one kind of change means, by the way that the changed part travels. */
export interface Rule {
  /** Where it is sent: an argument, or a schema below one. */
  readonly request: ChangeSeverity;
  /** Where it is received: a schema of a reply. The same as `request` for operations and the service as a whole. */
  readonly reply: ChangeSeverity;
  /** What refuses code that a breaking change breaks: the compiler, when it is built, or the service, when it runs. */
  readonly seenBy: 'compiler' | 'service';
  /** Of a change that breaks nobody: `minor` where it gives users something to use or to think about. */
  readonly bump: 'minor' | 'patch';
  readonly meaning: string;
}

function rule(
  severities: ChangeSeverity | readonly [request: ChangeSeverity, reply: ChangeSeverity],
  meaning: string,
  bump: Rule['bump'] = 'minor',
  seenBy: Rule['seenBy'] = 'compiler',
): Rule {
  const [request, reply] = typeof severities === 'string' ? [severities, severities] : severities;
  return { request, reply, seenBy, bump, meaning };
}

/** Every rule by its id, which is stable. `generator/docs/diff.md` is written from it. */
export const RULES = {
  'operation-added': rule('compatible', 'There is one method more.'),
  'operation-removed': rule('breaking', 'Its method is gone.'),
  'operation-renamed': rule('breaking', 'Its method has another name.'),
  'operation-moved': rule('warning', 'Calls stay as they are; clients of an older version ask at the old address.'),
  'operation-deprecated': rule('warning', 'Editors strike the method through.'),
  'operation-restored': rule('compatible', 'The method may be used again.', 'patch'),
  'operation-described': rule('compatible', 'Only the documentation changes.', 'patch'),
  'operation-tagged': rule('compatible', 'It is documented on another page.', 'patch'),
  'examples-changed': rule('compatible', 'Only documentation and tests change.', 'patch'),

  'parameter-added': rule('compatible', 'There is one argument more.'),
  'required-parameter-added': rule('breaking', 'Calls lack an argument.'),
  'parameter-removed': rule('breaking', 'Calls that give it do not compile.'),
  'parameter-renamed': rule('breaking', 'The argument has another name.'),
  'parameter-became-required': rule('breaking', 'Calls lack an argument.'),
  'parameter-became-optional': rule('compatible', 'It may be left out.'),
  'parameter-moved': rule('warning', 'Calls stay as they are; clients of an older version send it elsewhere.', 'patch'),
  'parameter-serialized': rule(
    'warning',
    'Calls stay as they are; clients of an older version write it in another way.',
    'patch',
  ),

  'body-added': rule('compatible', 'There are more arguments.'),
  'required-body-added': rule('breaking', 'Calls lack arguments.'),
  'body-removed': rule('breaking', 'Calls that give its fields do not compile.'),
  'body-became-required': rule('breaking', 'Calls lack an argument.'),
  'body-became-optional': rule('compatible', 'It may be left out.'),
  'body-argument-changed': rule('breaking', 'Its fields are arguments by themselves now, or no longer.'),
  'body-media-type-changed': rule(
    'warning',
    'The client sends another format; clients of an older version the old one.',
    'patch',
  ),

  'part-serialized': rule(
    'warning',
    'Calls stay as they are; clients of an older version write it in another way.',
    'patch',
  ),

  'reply-added': rule('breaking', 'What a call gives may be of one more type.'),
  'reply-fitting': rule('compatible', 'What a call gives with one more status fits the type that it gave before.'),
  'reply-removed': rule('breaking', 'A call returns another type.'),
  'reply-kind-changed': rule('breaking', 'A call gives another type altogether.'),
  'reply-status-changed': rule('compatible', 'The client takes any success alike.', 'patch'),
  'reply-narrowed': rule('warning', 'What a call gives is not of one of its types any more.', 'patch'),
  'reply-header-added': rule('compatible', '`withResponse` gives one header more.'),
  'reply-header-removed': rule('breaking', 'Code that reads it from `withResponse` does not compile.'),
  'reply-header-renamed': rule('breaking', 'Code that reads it from `withResponse` does not compile.'),
  'reply-header-became-optional': rule('breaking', '`withResponse` may lack it.'),
  'error-replies-changed': rule('compatible', 'Errors are classes by their status already.', 'patch'),
  'error-reply-removed': rule('breaking', 'Code that reads its body by its status does not compile.'),
  'error-header-removed': rule('warning', 'Code that reads it from the error gets nothing.', 'patch'),

  'webhook-added': rule('compatible', 'There is one event more to handle.'),
  'webhook-removed': rule('warning', 'Handlers of it are not called any more.', 'patch'),
  'callback-added': rule('compatible', 'There is one event more to handle.'),
  'callback-removed': rule('warning', 'Handlers of it are not called any more.', 'patch'),
  'event-content-changed': rule('warning', 'Handlers of it get or give another format.', 'patch'),

  'pagination-added': rule('compatible', 'The call can be iterated over.'),
  'pagination-removed': rule('breaking', 'The call can no longer be iterated over.'),
  'pagination-changed': rule('breaking', 'An iteration gives other items.'),

  'type-added': rule('compatible', 'There is one type more to import.'),
  'type-removed': rule('breaking', 'Code that imports it does not compile.'),
  'type-renamed': rule('breaking', 'Code that imports it does not compile.'),
  'type-deprecated': rule('warning', 'Editors strike it through.'),

  'property-added': rule('compatible', 'There is one field more.'),
  'required-property-added': rule(['breaking', 'compatible'], 'Calls lack the field; replies have one more.'),
  'property-removed': rule('breaking', 'Code that gives or reads it does not compile.'),
  'property-undescribed': rule('compatible', 'What the object takes of any name includes it.', 'patch'),
  'property-renamed': rule('breaking', 'The field has another name.'),
  'property-became-read-only': rule(
    ['warning', 'compatible'],
    'It is not part of a request any more.',
    'patch',
    'service',
  ),
  'property-became-write-only': rule(['compatible', 'warning'], 'Replies lack it.', 'patch', 'service'),
  'property-became-two-way': rule('compatible', 'It may be given and read.'),
  'property-became-required': rule(['breaking', 'compatible'], 'Calls lack the field; replies always have it.'),
  'property-became-optional': rule(['compatible', 'breaking'], 'Calls may leave it out; replies may lack it.'),
  'property-deprecated': rule('warning', 'Editors strike it through.'),
  'type-widened': rule(['compatible', 'breaking'], 'Calls may give more; replies hold what the code does not expect.'),
  'type-narrowed': rule(['breaking', 'compatible'], 'Calls may give less; replies hold less.'),
  'type-changed': rule('breaking', 'The old type does not fit.'),
  'null-allowed': rule(['compatible', 'breaking'], 'Replies may hold null.'),
  'null-refused': rule(['breaking', 'compatible'], 'Calls may not give null.'),
  'enum-value-added': rule(['compatible', 'warning'], 'Calls may give it; code that reads replies may not handle it.'),
  'enum-value-removed': rule(['breaking', 'compatible'], 'Calls may not give it.'),
  'enum-set': rule(['breaking', 'compatible'], 'Calls may give only these values.'),
  'enum-lifted': rule('compatible', 'Any value may come and go.'),
  'union-member-added': rule(['compatible', 'breaking'], 'Replies may hold what the code does not expect.'),
  'union-member-removed': rule(['breaking', 'warning'], 'Calls may not give it; replies do not have it any more.'),
  'union-member-fitting': rule(['compatible', 'warning'], 'Replies may have one more, which fits a known type.'),
  'union-member-merged': rule('compatible', 'Another alternative takes what this one took.'),
  'discriminator-added': rule(['breaking', 'compatible'], 'Its field has only the values that mean an alternative.'),
  'discriminator-removed': rule(['compatible', 'breaking'], 'Its field may have any value.'),
  'discriminator-changed': rule('breaking', 'Another field determines which alternative it is.'),
  'map-closed': rule('breaking', 'Code with other fields fails.'),
  'map-opened': rule('compatible', 'Other fields have a type.'),
  'map-changed': rule(
    ['breaking', 'warning'],
    'Beside known fields, further ones are `unknown` to the compiler.',
    'patch',
    'service',
  ),
  'fields-closed': rule(['warning', 'compatible'], 'The service may refuse unknown fields.', 'patch', 'service'),
  'fields-opened': rule('compatible', 'The service ignores unknown fields.', 'patch'),
  'bound-narrowed': rule(['breaking', 'compatible'], 'The service refuses values that it took.', 'patch', 'service'),
  'bound-widened': rule('compatible', 'The service takes more values.', 'patch'),
  'format-changed': rule(['warning', 'compatible'], 'The service may refuse values that it took.', 'patch', 'service'),
  'default-changed': rule(['warning', 'compatible'], 'Leaving it out means something else.', 'patch'),
  'schema-described': rule('compatible', 'Only the documentation changes.', 'patch'),

  'filter-field-added': rule('compatible', 'A filter may ask for it.'),
  'filter-field-removed': rule('breaking', 'A filter may not ask for it.', 'minor', 'service'),
  'filter-operator-added': rule('compatible', 'A filter may use it.'),
  'filter-operator-removed': rule('breaking', 'Filters with it do not compile.'),

  'security-tightened': rule('breaking', 'Calls with the old credentials are refused.', 'minor', 'service'),
  'security-relaxed': rule('compatible', 'Calls need less.'),
  'credential-added': rule('compatible', 'The client takes one option more.'),
  'credential-renamed': rule('breaking', 'An option of the client has another name.'),
  'credential-removed': rule('breaking', 'An option of the client is gone.'),
  'credential-changed': rule('warning', 'It is sent in another way.'),
  'server-changed': rule('warning', 'Clients without `baseUrl` call another host.'),
  unforeseen: rule('breaking', 'Code for the old version does not compile.'),
  'server-removed': rule('breaking', 'The client cannot do without `baseUrl`.'),
  'sources-changed': rule('compatible', 'Code for the old version compiles.', 'patch'),
  'service-described': rule('compatible', 'Only the documentation changes.', 'patch'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;
