import type { Model, SecurityScheme } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import { pointerToken } from '../schema/index.js';
import type { Version } from './change.js';
import type { Report } from './report.js';

/** Compares what is described of the service as a whole: texts, addresses, security schemes, tags. */
export function compareService(before: Version, after: Version, report: Report): void {
  const { model: old } = before;
  const { model: next } = after;
  const texts = (model: Model): string => JSON.stringify([model.info, model.servers.slice(1), model.tags]);
  if (texts(old) !== texts(next)) {
    const { version: was } = old.info;
    const { version: is } = next.info;
    const text =
      was === is
        ? 'The texts of the whole read otherwise.'
        : `The description is version ${codeSpan(is)}, was ${codeSpan(was)}.`;
    report.add('service-described', { old: '/info', next: '/info' }, text);
  }
  compareAddress(old, next, report);
  compareSchemes(before, after, report);
}

function compareAddress(old: Model, next: Model, report: Report): void {
  const was = old.servers[0]?.url ?? '';
  const is = next.servers[0]?.url ?? '';
  if (was === is) return;
  const isAbsolute = (url: string): boolean => /^https?:\/\//i.test(url);
  const spot = { old: '/servers', next: '/servers' };
  if (isAbsolute(was) && !isAbsolute(is)) {
    report.add('server-removed', spot, 'The client needs `baseUrl`: the description gives no address.');
  } else {
    report.add('server-changed', spot, `The service is at ${codeSpan(is)}, was at ${codeSpan(was)}.`);
  }
}

function compareSchemes(old: Version, next: Version, report: Report): void {
  const free = new Map(next.model.securitySchemes.map((scheme) => [scheme.key, scheme]));
  const take = (fits: (partner: SecurityScheme) => boolean): SecurityScheme | undefined => {
    const found = [...free.values()].find(fits);
    if (found !== undefined) free.delete(found.key);
    return found;
  };
  const paired = old.model.securitySchemes.map((scheme) => ({
    scheme,
    partner: take(({ key }) => key === scheme.key),
  }));
  for (const { scheme, partner: same } of paired) {
    const partner = same ?? take((candidate) => isSentAlike(scheme, candidate));
    const spot = { old: schemePointer(scheme), next: partner && schemePointer(partner) };
    const name = codeSpan(scheme.key);
    if (partner === undefined || scheme.type !== partner.type) {
      const text = partner === undefined ? `The security scheme ${name} is gone.` : changeText(scheme, partner);
      report.add('credential-removed', spot, text);
      continue;
    }
    if (!isSentAlike(scheme, partner)) report.add('credential-changed', spot, changeText(scheme, partner));
    const [was, is] = [old.credentials.get(scheme.key), next.credentials.get(partner.key)];
    if (was !== is && was !== undefined && is !== undefined) {
      report.add('credential-renamed', spot, `The option ${codeSpan(was)} is now ${codeSpan(is)}.`);
    } else if (scheme.key !== partner.key) {
      report.add('service-described', spot, `The security scheme ${name} is called ${codeSpan(partner.key)}.`);
    }
  }
  for (const scheme of free.values()) {
    const text = `There is the security scheme ${codeSpan(scheme.key)}.`;
    report.add('credential-added', { next: schemePointer(scheme) }, text);
  }
}

function changeText(old: SecurityScheme, next: SecurityScheme): string {
  return `${codeSpan(old.key)} is sent as ${wireOf(next)}, was ${wireOf(old)}.`;
}

function schemePointer({ key }: SecurityScheme): string {
  return `/components/securitySchemes/${pointerToken(key)}`;
}

/** Whether one value serves both schemes. */
function isSentAlike(old: SecurityScheme, next: SecurityScheme): boolean {
  return credentialKey(old) === credentialKey(next);
}

/** Whether the credential of one version also serves as that of the other, by the keys of their schemes. */
export type CredentialMatch = (old: string, next: string) => boolean;

export function matchCredentials(old: Model, next: Model): CredentialMatch {
  const [before, after] = [old, next].map(
    ({ securitySchemes }) => new Map(securitySchemes.map((scheme) => [scheme.key, credentialKey(scheme)])),
  );
  return (was, is) => was === is || (before?.has(was) === true && before.get(was) === after?.get(is));
}

/** The same for all schemes that one value serves. */
function credentialKey(scheme: SecurityScheme): string {
  return scheme.type === 'unsupported' ? `unsupported ${scheme.key}` : wireOf(scheme);
}

function wireOf(scheme: SecurityScheme): string {
  return scheme.type === 'apiKey' ? `${scheme.in} ${codeSpan(scheme.name)}` : scheme.type;
}
