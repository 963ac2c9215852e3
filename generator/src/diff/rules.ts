/** The severity of a change for code that calls the API through the generated client: the worst first. */
export const SEVERITIES = ['breaking', 'warning', 'compatible'] as const;
export type ChangeSeverity = (typeof SEVERITIES)[number];

/** The part of Semantic Versioning 2.0.0 that a change bumps. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** The effect of one kind of change, by the direction of the changed part. */
export interface Rule {
  /** If it is sent: an argument, or a schema below one. */
  readonly request: ChangeSeverity;
  /** If it is received: a schema of a response. The same as `request` for operations and the service as a whole. */
  readonly reply: ChangeSeverity;
  /** What rejects code that a breaking change breaks: the compiler, or the service at run time. */
  readonly seenBy: 'compiler' | 'service';
  /** For a change that breaks nobody: `minor` if it adds something or needs attention. */
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

/** All rules by their stable ids; listed in `generator/docs/diff.md`. */
export const RULES = {
  'operation-added': rule('compatible', 'A method is added.'),
  'operation-removed': rule('breaking', 'Its method is removed.'),
  'operation-renamed': rule('breaking', 'Its method is renamed.'),
  'operation-moved': rule('warning', 'Calls do not change; older clients use the old URL.'),
  'operation-deprecated': rule('warning', 'Editors strike the method through.'),
  'operation-restored': rule('compatible', 'The method is no longer deprecated.', 'patch'),
  'operation-described': rule('compatible', 'Only the documentation changes.', 'patch'),
  'operation-tagged': rule('compatible', 'It is documented on another page.', 'patch'),
  'examples-changed': rule('compatible', 'Only documentation and tests change.', 'patch'),

  'parameter-added': rule('compatible', 'An optional argument is added.'),
  'required-parameter-added': rule('breaking', 'Calls without the argument do not compile.'),
  'parameter-removed': rule('breaking', 'Calls with the argument do not compile.'),
  'parameter-renamed': rule('breaking', 'The argument is renamed.'),
  'parameter-became-required': rule('breaking', 'Calls without the argument do not compile.'),
  'parameter-became-optional': rule('compatible', 'It can be omitted.'),
  'parameter-moved': rule('warning', 'Calls do not change; older clients send it in another location.', 'patch'),
  'parameter-serialized': rule('warning', 'Calls do not change; older clients serialize it differently.', 'patch'),

  'body-added': rule('compatible', 'Optional arguments are added.'),
  'required-body-added': rule('breaking', 'Calls without the arguments do not compile.'),
  'body-removed': rule('breaking', 'Calls with its fields do not compile.'),
  'body-became-required': rule('breaking', 'Calls without the argument do not compile.'),
  'body-became-optional': rule('compatible', 'It can be omitted.'),
  'body-always-sent': rule('warning', 'Calls do not change; older clients may send no body.', 'patch'),
  'body-argument-changed': rule('breaking', 'Its fields become separate arguments, or one argument.'),
  'body-alternative-added': rule('compatible', 'Calls may pass other data instead.'),
  'body-alternative-removed': rule('breaking', 'Calls with its fields do not compile.'),
  'body-media-type-removed': rule('breaking', 'The service rejects files of this type.', 'minor', 'service'),
  'body-media-type-changed': rule(
    'warning',
    'The client sends another format; older clients send the old one.',
    'patch',
  ),

  'part-serialized': rule('warning', 'Calls do not change; older clients serialize it differently.', 'patch'),

  'reply-added': rule('breaking', 'A call may return a further type.'),
  'reply-fitting': rule('compatible', 'A call may succeed with a further status and the same type.'),
  'reply-removed': rule('breaking', 'A call returns another type.'),
  'reply-kind-changed': rule('breaking', 'A call returns another kind of data.'),
  'reply-status-changed': rule('compatible', 'The client treats all success statuses alike.', 'patch'),
  'reply-media-type-changed': rule('warning', 'Older clients ask for the old format.', 'patch'),
  'reply-narrowed': rule('warning', 'A call no longer returns one of its types.', 'patch'),
  'reply-header-added': rule('compatible', '`withResponse` returns a further header.'),
  'reply-header-removed': rule('breaking', 'Code that reads it from `withResponse` does not compile.'),
  'reply-header-renamed': rule('breaking', 'Code that reads it from `withResponse` does not compile.'),
  'reply-header-became-optional': rule('breaking', 'It may be missing in `withResponse`.'),
  'error-replies-changed': rule('compatible', 'Error classes depend only on the status.', 'patch'),
  'error-reply-removed': rule('breaking', 'Code that reads its body by status does not compile.'),
  'error-header-removed': rule('warning', 'Code that reads it from the error gets `undefined`.', 'patch'),

  'webhook-added': rule('compatible', 'An event is added.'),
  'webhook-removed': rule('breaking', 'Its handlers are no longer called, and code that names it does not compile.'),
  'callback-added': rule('compatible', 'An event is added.'),
  'callback-removed': rule('breaking', 'Its handlers are no longer called, and code that names it does not compile.'),
  'event-content-changed': rule('warning', 'Its handlers receive or return something else.', 'patch'),

  'pagination-added': rule('compatible', 'The call can be iterated over.'),
  'pagination-removed': rule('breaking', 'The call can no longer be iterated over.'),
  'pagination-changed': rule('breaking', 'An iteration yields other items.'),

  'type-added': rule('compatible', 'A type is added.'),
  'type-removed': rule('breaking', 'Code that imports it does not compile.'),
  'type-renamed': rule('breaking', 'Code that imports it does not compile.'),
  'type-split': rule('breaking', 'Values of the type that are sent need the other type.'),
  'type-deprecated': rule('warning', 'Editors strike it through.'),

  'property-added': rule('compatible', 'A field is added.'),
  'required-property-added': rule(
    ['breaking', 'compatible'],
    'Calls without the field do not compile; responses have a further field.',
  ),
  'property-removed': rule('breaking', 'Code that sets or reads it does not compile.'),
  'property-undescribed': rule('compatible', 'It is covered by the additional properties of the object.', 'patch'),
  'property-renamed': rule('breaking', 'The field is renamed.'),
  'property-became-read-only': rule(['warning', 'compatible'], 'It is no longer part of requests.', 'patch', 'service'),
  'property-became-write-only': rule(
    ['compatible', 'warning'],
    'It is no longer part of responses.',
    'patch',
    'service',
  ),
  'property-became-two-way': rule('compatible', 'It can be set and read.'),
  'property-became-required': rule(
    ['breaking', 'compatible'],
    'Calls without the field do not compile; responses always have it.',
  ),
  'property-became-optional': rule(
    ['compatible', 'breaking'],
    'It can be omitted in calls; it may be missing in responses.',
  ),
  'property-deprecated': rule('warning', 'Editors strike it through.'),
  'type-widened': rule(['compatible', 'breaking'], 'Calls accept more values; responses may contain unexpected ones.'),
  'type-narrowed': rule(['breaking', 'compatible'], 'Calls accept fewer values; responses contain fewer.'),
  'type-changed': rule('breaking', 'The types are incompatible.'),
  'null-allowed': rule(['compatible', 'breaking'], 'Responses may contain null.'),
  'null-refused': rule(['breaking', 'compatible'], 'Calls must not pass null.'),
  'enum-value-added': rule(['compatible', 'warning'], 'Calls accept it; code that reads responses may not handle it.'),
  'enum-value-removed': rule(['breaking', 'compatible'], 'Calls must not pass it.'),
  'enum-set': rule(['breaking', 'compatible'], 'Calls accept only these values.'),
  'enum-lifted': rule('compatible', 'Any value is allowed.'),
  'union-member-added': rule(['compatible', 'breaking'], 'Responses may contain unexpected values.'),
  'union-member-removed': rule(['breaking', 'warning'], 'Calls must not pass it; responses no longer contain it.'),
  'union-member-fitting': rule(
    ['compatible', 'warning'],
    'Responses may contain a further alternative that matches a known type.',
  ),
  'union-member-merged': rule('compatible', 'Another alternative accepts its values.'),
  'discriminator-added': rule(['breaking', 'compatible'], 'Its field accepts only the values of alternatives.'),
  'discriminator-removed': rule(['compatible', 'breaking'], 'Its field accepts any value.'),
  'discriminator-changed': rule('breaking', 'Another field selects the alternative.'),
  'map-closed': rule('breaking', 'Code with other fields fails.'),
  'map-opened': rule('compatible', 'Additional fields are typed.'),
  'map-changed': rule(
    ['breaking', 'warning'],
    'Besides known fields, additional ones are `unknown`.',
    'patch',
    'service',
  ),
  'fields-closed': rule(['warning', 'compatible'], 'The service may reject unknown fields.', 'patch', 'service'),
  'fields-opened': rule('compatible', 'The service ignores unknown fields.', 'patch'),
  'bound-narrowed': rule(
    ['breaking', 'compatible'],
    'The service rejects values that it accepted.',
    'patch',
    'service',
  ),
  'bound-widened': rule('compatible', 'The service accepts more values.', 'patch'),
  'format-changed': rule(
    ['warning', 'compatible'],
    'The service may reject values that it accepted.',
    'patch',
    'service',
  ),
  'default-changed': rule(['warning', 'compatible'], 'Omitting it means another value.', 'patch'),
  'schema-described': rule('compatible', 'Only the documentation changes.', 'patch'),

  'filter-field-added': rule('compatible', 'Filters can use the field.'),
  'filter-field-removed': rule('breaking', 'Filters must not use the field.', 'minor', 'service'),
  'filter-operator-added': rule('compatible', 'Filters can use the operator.'),
  'filter-operator-removed': rule('breaking', 'Filters with it do not compile.'),

  'security-tightened': rule('breaking', 'Calls with the old credentials are rejected.', 'minor', 'service'),
  'security-relaxed': rule('compatible', 'Calls need fewer credentials.'),
  'credential-added': rule('compatible', 'A client option is added.'),
  'credential-renamed': rule('breaking', 'A client option is renamed.'),
  'credential-removed': rule('breaking', 'A client option is removed.'),
  'credential-changed': rule('warning', 'It is sent differently.'),
  'address-removed': rule('breaking', 'Calls of `serverUrl` with it do not compile.'),
  'server-changed': rule('warning', 'Clients without `baseUrl` call another host.'),
  unforeseen: rule('breaking', 'Code for the old version does not compile.'),
  'server-removed': rule('breaking', 'The client requires `baseUrl`.'),
  'sources-changed': rule('compatible', 'Code for the old version compiles.', 'patch'),
  'service-described': rule('compatible', 'Only the documentation changes.', 'patch'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;
