import { hooksOf } from '../../src/addons/index.js';
import { type Comparison, compareModels, type Version } from '../../src/diff/index.js';
import { buildModel } from '../../src/model/build.js';
import { buildNames, compileNameTemplates } from '../../src/naming/index.js';
import { credentialNamesOf } from '../../src/render/client/credentials.js';
import { inputTypes } from '../../src/render/types/request-schemas.js';
import { readTemplateTexts } from '../features/generate.js';
import { load } from '../load/temporary.js';

const templates = compileNameTemplates(await readTemplateTexts());
const versions = new Map<string, Promise<Version>>();

/** A document as `sdkgen diff` reads it; read once, since most comparisons use the same one. */
export function versionOf(description: object | string): Promise<Version> {
  const [file, text] =
    typeof description === 'string' ? ['api.yaml', description] : ['api.json', JSON.stringify(description)];
  const version = versions.get(file + text) ?? read(file, text);
  versions.set(file + text, version);
  return version;
}

async function read(file: string, text: string): Promise<Version> {
  const { document, problems } = await load({ [file]: text }, [], { numberDateTimes: true });
  if (document === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { model } = buildModel(document, hooksOf([{ hooks: 'stream', numberDateTimes: true }]));
  const settings = { scope: '@acme', name: 'polls', reservedMembers: new Set<string>() };
  const { names } = buildNames(model, settings, templates);
  return {
    model,
    root: document.root,
    names,
    inputTypes: inputTypes(model, names),
    credentials: credentialNamesOf(model, []),
  };
}

export async function compare(old: object | string, next: object | string): Promise<Comparison> {
  return compareModels(await versionOf(old), await versionOf(next));
}

/** The changes as `severity rule pointer`, the pointer of the new side unless there is none. */
export function outline({ changes }: Comparison): string[] {
  return changes.map(({ severity, rule, old, next }) => `${severity} ${rule} ${next ?? old}`);
}
