import { furtherReading, get, getArray, getObject, getString, type JsonObject, optional } from '../schema/index.js';
import type { Info, Operation, Tag } from './model.js';

/** The Info Object, and links to further reading of the whole spec. */
export function buildInfo(root: JsonObject): Info {
  const info = getObject(root, 'info');
  return {
    title: getString(info, 'title') ?? 'API',
    version: getString(info, 'version') ?? '0.0.0',
    ...optional('summary', getString(info, 'summary')),
    ...optional('description', getString(info, 'description')),
    ...optional('reading', furtherReading(root)),
    about: aboutService(info),
  };
}

/** Fields of the Info Object for users of the service (OpenAPI 3.1, 4.8.2). */
function aboutService(info: JsonObject | undefined): Info['about'] {
  const [contact, license] = [get(info, 'contact'), get(info, 'license')];
  const email = getString(contact, 'email');
  const mail = email === undefined ? undefined : `mailto:${email}`;
  const about = [
    { label: 'Terms of service', name: getString(info, 'termsOfService'), url: getString(info, 'termsOfService') },
    { label: 'Contact', name: getString(contact, 'name') ?? email, url: getString(contact, 'url') ?? mail },
    { label: 'License', name: getString(license, 'name'), url: getString(license, 'url') },
  ];
  return about.flatMap(({ label, name, url }) => {
    if (name === undefined) return [];
    return [{ text: name === url ? label : `${label}: ${name}`, ...optional('url', url) }];
  });
}

/** In the order of the root `tags`, followed by tags that only operations use, in order of first use. */
export function buildTags(root: JsonObject, operations: readonly Operation[]): Tag[] {
  const tags = new Map<string, Tag>();
  for (const raw of getArray(root, 'tags')) {
    const name = getString(raw, 'name');
    if (name === undefined) continue;
    const description = getString(raw, 'description');
    tags.set(name, { name, ...optional('description', description), ...optional('reading', furtherReading(raw)) });
  }
  for (const { tag } of operations) if (tag !== undefined && !tags.has(tag)) tags.set(tag, { name: tag });
  return [...tags.values()];
}
