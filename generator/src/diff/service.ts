import type { Model, SecurityScheme } from '../model/model.js';
import { codeSpan } from '../render/encode.js';
import type { Report } from './report.js';

/** Compares what is said of the service as a whole: texts, addresses, security schemes, tags. */
export function compareService(old: Model, next: Model, report: Report): void {
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
  compareSchemes(old, next, report);
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

function compareSchemes(old: Model, next: Model, report: Report): void {
  const before = new Map(old.securitySchemes.map((scheme) => [scheme.key, scheme]));
  const after = new Map(next.securitySchemes.map((scheme) => [scheme.key, scheme]));
  for (const [key, scheme] of before) {
    const partner = after.get(key);
    const spot = { old: `/components/securitySchemes/${key}`, next: partner && `/components/securitySchemes/${key}` };
    if (partner === undefined) report.add('credential-removed', spot, `The security scheme ${codeSpan(key)} is gone.`);
    else if (wireOf(scheme) !== wireOf(partner)) {
      const text = `${codeSpan(key)} is sent as ${wireOf(partner)}, was ${wireOf(scheme)}.`;
      report.add(scheme.type === partner.type ? 'credential-changed' : 'credential-removed', spot, text);
    }
  }
  for (const key of after.keys()) {
    const spot = { next: `/components/securitySchemes/${key}` };
    if (!before.has(key)) report.add('credential-added', spot, `There is the security scheme ${codeSpan(key)}.`);
  }
}

function wireOf(scheme: SecurityScheme): string {
  return scheme.type === 'apiKey' ? `${scheme.in} ${codeSpan(scheme.name)}` : scheme.type;
}
