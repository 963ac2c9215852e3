import type { Change } from '../change.js';
import type { RuleId } from '../rules.js';

const REMOVE = 'Remove the code that uses it.';
const RENAME = 'Use the new name.';
const GIVE = 'Pass it in every call.';
const CHECK = 'Check the values that you send.';
const HANDLE = 'Handle the new values.';

/** What authors of code can do about a breaking change. */
const ADVICE: Partial<Readonly<Record<RuleId, string>>> = {
  'operation-removed': REMOVE,
  'operation-renamed': RENAME,
  'required-parameter-added': GIVE,
  'parameter-removed': REMOVE,
  'parameter-renamed': RENAME,
  'parameter-became-required': GIVE,
  'required-body-added': GIVE,
  'body-removed': REMOVE,
  'body-alternative-removed': 'Pass another alternative.',
  'body-media-type-removed': 'Send files of another type.',
  'body-became-required': GIVE,
  'body-argument-changed': 'Pass the body in the new form.',
  'reply-added': HANDLE,
  'reply-removed': REMOVE,
  'reply-kind-changed': HANDLE,
  'reply-header-removed': REMOVE,
  'reply-header-renamed': RENAME,
  'reply-header-became-optional': HANDLE,
  'error-reply-removed': REMOVE,
  'webhook-removed': 'Remove its handlers.',
  'callback-removed': 'Remove its handlers.',
  'pagination-removed': 'Request each page.',
  'pagination-changed': HANDLE,
  'type-removed': REMOVE,
  'type-renamed': RENAME,
  'type-split': 'Use the other type for values that you send.',
  'required-property-added': GIVE,
  'property-removed': REMOVE,
  'property-renamed': RENAME,
  'property-became-required': GIVE,
  'property-became-optional': 'Handle the case that it is missing.',
  'type-widened': HANDLE,
  'type-narrowed': CHECK,
  'type-changed': 'Convert the values that you send or read.',
  'null-allowed': 'Handle `null`.',
  'null-refused': 'Omit it instead of passing `null`.',
  'enum-value-removed': 'Pass another value.',
  'enum-set': CHECK,
  'union-member-added': HANDLE,
  'union-member-removed': 'Pass another alternative.',
  'discriminator-added': 'Pass its value in every call.',
  'discriminator-removed': HANDLE,
  'discriminator-changed': RENAME,
  'map-closed': REMOVE,
  'map-changed': CHECK,
  'bound-narrowed': CHECK,
  'filter-field-removed': REMOVE,
  'filter-operator-removed': REMOVE,
  'security-tightened': 'Pass the required credentials.',
  'credential-renamed': RENAME,
  'credential-removed': REMOVE,
  'address-removed': 'Use another server or variable.',
  'server-removed': 'Set `baseUrl`.',
};

/** What to do about a breaking change. */
export function adviceOf({ rule, severity }: Pick<Change, 'rule' | 'severity'>): string | undefined {
  return severity === 'breaking' ? ADVICE[rule] : undefined;
}
