import type { Model, SecurityScheme } from '../model/model.js';
import { choosableServers } from '../model/servers.js';
import { codeSpan } from '../render/encode.js';
import { get, getObject, isObject, type JsonObject, pointerToken } from '../schema/index.js';
import type { Version } from './change.js';
import { Document } from './document.js';
import { pairUp } from './match.js';
import type { Report } from './report.js';

/** Compares the service as a whole: descriptions, servers, security schemes, tags. */
export function compareService(before: Version, after: Version, report: Report): void {
  const { model: old } = before;
  const { model: next } = after;
  const texts = (model: Model): string => JSON.stringify([model.info, model.servers.slice(1), model.tags]);
  if (texts(old) !== texts(next)) {
    const [was, is] = [old.info.version, next.info.version];
    const text =
      was === is ? 'The API has another description.' : `The spec is version ${codeSpan(is)}, was ${codeSpan(was)}.`;
    report.add('service-described', { old: '/info', next: '/info' }, text);
  }
  compareAddress(old, next, report);
  compareChoices(old, next, report);
  compareSchemes(before, after, report);
}

function compareAddress(old: Model, next: Model, report: Report): void {
  const was = old.servers[0]?.url ?? '';
  const is = next.servers[0]?.url ?? '';
  if (was === is) return;
  const isAbsolute = (url: string): boolean => /^https?:\/\//i.test(url);
  const spot = { old: '/servers', next: '/servers' };
  if (isAbsolute(was) && !isAbsolute(is)) {
    report.add('server-removed', spot, 'The client requires `baseUrl`: the spec has no server URL.');
  } else {
    report.add('server-changed', spot, `The service is at ${codeSpan(is)}, was at ${codeSpan(was)}.`);
  }
}

/** Compares the servers and variables that callers pass to `serverUrl`. */
function compareChoices(old: Model, next: Model, report: Report): void {
  const servers = new Map(choosableServers(next).map((server) => [server.template, server]));
  const remove = (template: string, subject: string): void => {
    const text = `${subject} was removed from the server ${codeSpan(template)}.`;
    report.add('address-removed', { old: '/servers', next: '/servers', detail: `${template} ${subject}` }, text);
  };
  for (const { template, variables } of choosableServers(old)) {
    const is = servers.get(template);
    if (is === undefined) {
      const spot = { old: '/servers', next: '/servers', detail: template };
      report.add('address-removed', spot, `The server ${codeSpan(template)} can no longer be chosen.`);
    }
    for (const { name, values } of is === undefined ? [] : variables) {
      const now = is?.variables.find((variable) => variable.name === name);
      const isListed = now !== undefined && now.values.length > 0;
      if (now === undefined) remove(template, `The variable ${codeSpan(name)}`);
      else if (isListed && values.length === 0) remove(template, `Each unlisted value of ${codeSpan(name)}`);
      for (const value of isListed ? values.filter((one) => !now.values.includes(one)) : [])
        remove(template, `The value ${codeSpan(value)} of ${codeSpan(name)}`);
    }
  }
}

function compareSchemes(old: Version, next: Version, report: Report): void {
  const { pairs, removed, added } = pairUp(
    old.model.securitySchemes,
    next.model.securitySchemes,
    (was, is) => was.key === is.key,
    isSentAlike,
  );
  for (const [was, is] of pairs) {
    const spot = { old: schemePointer(was), next: schemePointer(is) };
    const [option, newOption] = [old.credentials.get(was.key), next.credentials.get(is.key)];
    if (!isSentAlike(was, is)) {
      const text = `${codeSpan(was.key)} is sent as ${wireOf(is)}, was ${wireOf(was)}.`;
      report.add(was.type === is.type ? 'credential-changed' : 'credential-removed', spot, text);
      if (was.type !== is.type) continue;
    }
    const grants = [old.root, next.root].map((root, side) => grantsOf(root, (side === 0 ? was : is).key));
    if (isSentAlike(was, is) && grants[0] !== grants[1]) {
      report.add('credential-changed', spot, `The token of ${codeSpan(is.key)} is requested differently.`);
    }
    if (option !== newOption && option !== undefined && newOption !== undefined) {
      report.add('credential-renamed', spot, `The option ${codeSpan(option)} is now ${codeSpan(newOption)}.`);
    } else if (was.key !== is.key) {
      const text = `The security scheme ${codeSpan(was.key)} is now ${codeSpan(is.key)}.`;
      report.add('service-described', spot, text);
    }
  }
  for (const scheme of removed) {
    const text = `The security scheme ${codeSpan(scheme.key)} was removed.`;
    report.add('credential-removed', { old: schemePointer(scheme) }, text);
  }
  for (const scheme of added) {
    const text = `The security scheme ${codeSpan(scheme.key)} was added.`;
    report.add('credential-added', { next: schemePointer(scheme) }, text);
  }
}

/** Where and how tokens of a scheme are requested (OpenAPI 3.1, 4.8.28), without descriptions of scopes. */
function grantsOf(root: JsonObject, key: string): string {
  const scheme = new Document(root).at(`/components/securitySchemes/${pointerToken(key)}`);
  const flows = Object.entries(getObject(scheme, 'flows') ?? {}).map(([name, flow]) => {
    const { scopes: _, ...urls } = isObject(flow) ? flow : {};
    return [name, urls];
  });
  return JSON.stringify([flows, get(scheme, 'openIdConnectUrl') ?? '']);
}

function schemePointer({ key }: SecurityScheme): string {
  return `/components/securitySchemes/${pointerToken(key)}`;
}

/** Whether one value serves both schemes. */
function isSentAlike(old: SecurityScheme, next: SecurityScheme): boolean {
  return credentialKey(old) === credentialKey(next);
}

/** Whether the credential of one version also works for the other, by the keys of their schemes. */
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
