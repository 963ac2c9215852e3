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
  /** For a change that is not breaking: `minor` if it adds something or needs attention. */
  readonly bump: 'minor' | 'patch';
  readonly meaning: string;
  /** What authors of code can do about a breaking change. */
  readonly advice?: string;
}

const REMOVE = 'Remove the code that uses it.';
const RENAME = 'Use the new name.';
const GIVE = 'Pass it in every call.';
const CHECK = 'Check the values that you send.';
const HANDLE = 'Handle the new values.';

/** Only the service detects it. */
const AT_RUN_TIME = { bump: 'patch', seenBy: 'service' } as const;

function rule(request: ChangeSeverity, reply: ChangeSeverity, meaning: string, more: Partial<Rule> = {}): Rule {
  return { request, reply, meaning, seenBy: 'compiler', bump: 'minor', ...more };
}

function breaking(meaning: string, advice: string, seenBy: Rule['seenBy'] = 'compiler'): Rule {
  return rule('breaking', 'breaking', meaning, { advice, seenBy });
}

function warning(meaning: string, bump: Rule['bump'] = 'minor'): Rule {
  return rule('warning', 'warning', meaning, { bump });
}

function compatible(meaning: string, bump: Rule['bump'] = 'minor'): Rule {
  return rule('compatible', 'compatible', meaning, { bump });
}

/** A restriction: calls may no longer be valid; responses still are. */
function stricter(meaning: string, advice: string): Rule {
  return rule('breaking', 'compatible', meaning, { advice });
}

/** The opposite: calls are still valid; responses may contain something unexpected. */
function looser(meaning: string, advice: string): Rule {
  return rule('compatible', 'breaking', meaning, { advice });
}

/** All rules by their stable ids; listed in `generator/docs/diff.md`. */
export const RULES = {
  'operation-added': compatible('A method is added.'),
  'operation-removed': breaking('Its method is removed.', REMOVE),
  'operation-renamed': breaking('Its method is renamed.', RENAME),
  'operation-moved': warning('Calls do not change; older clients use the old URL.'),
  'operation-deprecated': warning('Editors strike the method through.'),
  'operation-restored': compatible('The method is no longer deprecated.', 'patch'),
  'operation-described': compatible('Only the documentation changes.', 'patch'),
  'operation-tagged': compatible('It is documented on another page.', 'patch'),
  'examples-changed': compatible('Only documentation and tests change.', 'patch'),

  'parameter-added': compatible('An optional argument is added.'),
  'required-parameter-added': breaking('Calls without the argument do not compile.', GIVE),
  'parameter-removed': breaking('Calls with the argument do not compile.', REMOVE),
  'parameter-renamed': breaking('The argument is renamed.', RENAME),
  'parameter-became-required': breaking('Calls without the argument do not compile.', GIVE),
  'parameter-became-optional': compatible('It can be omitted.'),
  'parameter-moved': warning('Calls do not change; older clients send it in another location.', 'patch'),
  'parameter-serialized': warning('Calls do not change; older clients serialize it differently.', 'patch'),

  'body-added': compatible('Optional arguments are added.'),
  'required-body-added': breaking('Calls without the arguments do not compile.', GIVE),
  'body-removed': breaking('Calls with its fields do not compile.', REMOVE),
  'body-became-required': breaking('Calls without the argument do not compile.', GIVE),
  'body-became-optional': compatible('It can be omitted.'),
  'body-always-sent': warning('Calls do not change; older clients may send no body.', 'patch'),
  'body-argument-changed': breaking(
    'Its fields become separate arguments, or one argument.',
    'Pass the body in the new form.',
  ),
  'body-alternative-added': compatible('Calls may pass other data instead.'),
  'body-alternative-removed': breaking('Calls with its fields do not compile.', 'Pass another alternative.'),
  'body-media-type-removed': breaking(
    'The service rejects files of this type.',
    'Send files of another type.',
    'service',
  ),
  'body-media-type-changed': warning('The client sends another format; older clients send the old one.', 'patch'),

  'part-serialized': warning('Calls do not change; older clients serialize it differently.', 'patch'),

  'reply-added': breaking('A call may return a further type.', HANDLE),
  'reply-fitting': compatible('A call may succeed with a further status and the same type.'),
  'reply-removed': breaking('A call returns another type.', REMOVE),
  'reply-kind-changed': breaking('A call returns another kind of data.', HANDLE),
  'reply-status-changed': compatible('The client treats all success statuses alike.', 'patch'),
  'reply-media-type-changed': warning('Older clients ask for the old format.', 'patch'),
  'reply-narrowed': warning('A call no longer returns one of its types.', 'patch'),
  'reply-header-added': compatible('`withResponse` returns a further header.'),
  'reply-header-removed': breaking('Code that reads it from `withResponse` does not compile.', REMOVE),
  'reply-header-renamed': breaking('Code that reads it from `withResponse` does not compile.', RENAME),
  'reply-header-became-optional': breaking('It may be missing in `withResponse`.', HANDLE),
  'error-replies-changed': compatible('Error classes depend only on the status.', 'patch'),
  'error-reply-removed': breaking('Code that reads its body by status does not compile.', REMOVE),
  'error-header-removed': warning('Code that reads it from the error gets `undefined`.', 'patch'),

  'webhook-added': compatible('An event is added.'),
  'webhook-removed': breaking(
    'Its handlers are no longer called, and code that names it does not compile.',
    'Remove its handlers.',
  ),
  'callback-added': compatible('An event is added.'),
  'callback-removed': breaking(
    'Its handlers are no longer called, and code that names it does not compile.',
    'Remove its handlers.',
  ),
  'event-content-changed': warning('Its handlers receive or return something else.', 'patch'),

  'pagination-added': compatible('The call can be iterated over.'),
  'pagination-removed': breaking('The call can no longer be iterated over.', 'Request each page.'),
  'pagination-changed': breaking('An iteration yields other items.', HANDLE),

  'type-added': compatible('A type is added.'),
  'type-removed': breaking('Code that imports it does not compile.', REMOVE),
  'type-renamed': breaking('Code that imports it does not compile.', RENAME),
  'type-split': breaking(
    'Values of the type that are sent need the other type.',
    'Use the other type for values that you send.',
  ),
  'type-received': breaking(
    'Requests take the type of responses, which has no readonly arrays.',
    'Pass copies of readonly arrays: `[...items]`.',
  ),
  'type-deprecated': warning('Editors strike it through.'),

  'property-added': compatible('A field is added.'),
  'required-property-added': stricter('Calls without the field do not compile; responses have a further field.', GIVE),
  'property-removed': breaking('Code that sets or reads it does not compile.', REMOVE),
  'property-undescribed': compatible('It is covered by the additional properties of the object.', 'patch'),
  'property-renamed': breaking('The field is renamed.', RENAME),
  'property-became-read-only': stricter('Requests no longer contain the field.', REMOVE),
  'property-became-write-only': looser('Responses no longer contain the field.', REMOVE),
  'property-became-two-way': compatible('It can be set and read.'),
  'property-became-required': stricter('Calls without the field do not compile; responses always have it.', GIVE),
  'property-became-optional': looser(
    'It can be omitted in calls; it may be missing in responses.',
    'Handle the case that it is missing.',
  ),
  'property-deprecated': warning('Editors strike it through.'),
  'type-widened': looser('Calls accept more values; responses may contain unexpected ones.', HANDLE),
  'type-narrowed': stricter('Calls accept fewer values; responses contain fewer.', CHECK),
  'type-changed': breaking('The types are incompatible.', 'Convert the values that you send or read.'),
  'null-allowed': looser('Responses may contain null.', 'Handle `null`.'),
  'null-refused': stricter('Calls must not pass null.', 'Omit it instead of passing `null`.'),
  'enum-value-added': rule('compatible', 'warning', 'Calls accept it; code that reads responses may not handle it.'),
  'enum-value-removed': stricter('Calls must not pass it.', 'Pass another value.'),
  'enum-set': stricter('Calls accept only these values.', CHECK),
  'enum-lifted': compatible('Any value is allowed.'),
  'union-member-added': looser('Responses may contain unexpected values.', HANDLE),
  'union-member-removed': rule('breaking', 'warning', 'Calls must not pass it; responses no longer contain it.', {
    advice: 'Pass another alternative.',
  }),
  'union-member-fitting': rule(
    'compatible',
    'warning',
    'Responses may contain a further alternative that matches a known type.',
  ),
  'union-member-merged': compatible('Another alternative accepts its values.'),
  'discriminator-added': stricter(
    'Its field accepts only the values of alternatives.',
    'Pass its value in every call.',
  ),
  'discriminator-removed': looser('Its field accepts any value.', HANDLE),
  'discriminator-changed': breaking('Another field selects the alternative.', RENAME),
  'map-closed': breaking('Code with other fields fails.', REMOVE),
  'map-opened': compatible('Additional fields are typed.'),
  'map-changed': rule('breaking', 'warning', 'Besides known fields, additional ones are `unknown`.', {
    ...AT_RUN_TIME,
    advice: CHECK,
  }),
  'fields-closed': rule('warning', 'compatible', 'The service may reject unknown fields.', AT_RUN_TIME),
  'fields-opened': compatible('The service ignores unknown fields.', 'patch'),
  'bound-narrowed': rule('breaking', 'compatible', 'The service rejects values that it accepted.', {
    ...AT_RUN_TIME,
    advice: CHECK,
  }),
  'bound-widened': compatible('The service accepts more values.', 'patch'),
  'format-changed': rule('warning', 'compatible', 'The service may reject values that it accepted.', AT_RUN_TIME),
  'default-changed': rule('warning', 'compatible', 'Omitting it means another value.', { bump: 'patch' }),
  'schema-described': compatible('Only the documentation changes.', 'patch'),
  'filter-field-added': compatible('Filters can use the field.'),
  'filter-field-removed': breaking('Filters must not use the field.', REMOVE, 'service'),
  'filter-operator-added': compatible('Filters can use the operator.'),
  'filter-operator-removed': breaking('Filters with it do not compile.', REMOVE),
  'security-tightened': breaking(
    'Calls with the old credentials are rejected.',
    'Pass the required credentials.',
    'service',
  ),
  'security-relaxed': compatible('Calls need fewer credentials.'),
  'credential-added': compatible('A client option is added.'),
  'credential-renamed': breaking('A client option is renamed.', RENAME),
  'credential-removed': breaking('A client option is removed.', REMOVE),
  'credential-changed': warning('It is sent differently.'),
  'address-removed': breaking('Calls of `serverUrl` with it do not compile.', 'Use another server or variable.'),
  'server-changed': warning('Clients without `baseUrl` call another host.'),
  unforeseen: rule('breaking', 'breaking', 'Code for the old version does not compile.'),
  'server-removed': breaking('The client requires `baseUrl`.', 'Set `baseUrl`.'),
  'sources-changed': compatible('Code for the old version compiles.', 'patch'),
  'service-described': compatible('Only the documentation changes.', 'patch'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

/** What to do about a breaking change. */
export function adviceOf(change: { readonly rule: RuleId; readonly severity: ChangeSeverity }): string | undefined {
  return change.severity === 'breaking' ? RULES[change.rule].advice : undefined;
}
