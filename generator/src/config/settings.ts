import type { Problem, ProblemCode } from '../problems/index.js';
import { closestWord } from './closest.js';
import type { ConfigFlags } from './config.js';
import type { ConfigFile } from './config-file.js';
import { displayPath } from './location.js';
import { placeOf } from './place.js';
import {
  addonFault,
  type Fault,
  locationFault,
  nameFault,
  noFault,
  pathFault,
  scopeFault,
  versionFault,
} from './rules.js';

/** The keys of a configuration file, checked, as they were written. */
export interface Settings {
  readonly spec?: string;
  readonly out?: string;
  readonly scope?: string;
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly repository?: string;
  readonly templates?: string;
  readonly addons: readonly string[];
  readonly allowRefs: readonly string[];
  readonly overlays: readonly string[];
}

type Rule = (value: string) => Fault | undefined;
type TextKey = Exclude<keyof Settings, ListKey>;
type ListKey = 'addons' | 'allowRefs' | 'overlays';

const TEXT_RULES: Readonly<Record<TextKey, Rule>> = {
  spec: locationFault,
  out: pathFault,
  scope: scopeFault,
  name: nameFault,
  version: versionFault,
  license: noFault,
  repository: noFault,
  templates: pathFault,
};
const LIST_RULES: Readonly<Record<ListKey, Rule>> = {
  addons: addonFault,
  allowRefs: locationFault,
  overlays: pathFault,
};

const TEXT_KEYS = ['spec', 'out', 'scope', 'name', 'version', 'license', 'repository', 'templates'] as const;
const LIST_KEYS = ['addons', 'allowRefs', 'overlays'] as const;
const KEYS: readonly string[] = [...TEXT_KEYS, ...LIST_KEYS];
/** Not settings: an editor's schema, and the way to leave a note in JSON. */
const REMARK_KEYS: ReadonlySet<string> = new Set(['$schema', '//']);

const EMPTY: Fault = { message: 'The value is empty.', hint: 'Give a value, or leave it out.' };
const TEXT_WANTED: Fault = { message: 'The value must be text.', hint: 'Write a text in double quotes.' };
const LIST_WANTED: Fault = { message: 'The value must be a list of texts.', hint: 'Write it as ["one", "two"].' };

type Place = readonly (string | number)[];
type Report = (path: Place, fault: Fault, code: ProblemCode) => void;

function textFault(value: unknown, rule: Rule): Fault | undefined {
  if (typeof value !== 'string') return TEXT_WANTED;
  return value.trim() === '' ? EMPTY : rule(value);
}

function readText(value: unknown, key: TextKey, report: Report): string | undefined {
  const fault = textFault(value, TEXT_RULES[key]);
  if (fault !== undefined) report([key], fault, `config-${key}`);
  return typeof value === 'string' ? value : undefined;
}

function readList(value: unknown, key: ListKey, report: Report): string[] {
  if (!Array.isArray(value)) {
    report([key], LIST_WANTED, `config-${key}`);
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const fault = textFault(item, LIST_RULES[key]);
    if (fault !== undefined) report([key, index], fault, `config-${key}`);
    return typeof item === 'string' ? [item] : [];
  });
}

function readRecord(settings: Readonly<Record<string, unknown>>, report: Report): Settings {
  for (const key of Object.keys(settings)) {
    if (KEYS.includes(key) || REMARK_KEYS.has(key)) continue;
    const meant = closestWord(key, KEYS);
    const hint = meant === undefined ? `The keys are ${KEYS.join(', ')}.` : `Did you mean "${meant}"?`;
    report([key], { message: `There is no setting ${JSON.stringify(key)}.`, hint }, 'config-unknown-key');
  }
  const texts = TEXT_KEYS.flatMap((key) => {
    const value = Object.hasOwn(settings, key) ? readText(settings[key], key, report) : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  const lists = LIST_KEYS.map(
    (key) => [key, Object.hasOwn(settings, key) ? readList(settings[key], key, report) : []] as const,
  );
  return { addons: [], allowRefs: [], overlays: [], ...Object.fromEntries<string | string[]>([...texts, ...lists]) };
}

/** Checks every key of a configuration file. Problems name the line and the JSON pointer. */
export async function readSettings(cwd: string, file: ConfigFile, problems: Problem[]): Promise<Settings> {
  const found: { path: Place; fault: Fault; code: ProblemCode }[] = [];
  const settings = readRecord(file.settings, (path, fault, code) => {
    found.push({ path: [...file.place, ...path], fault, code });
  });
  for (const { path, fault, code } of found) {
    problems.push({
      code,
      severity: 'error',
      message: fault.message,
      ...(await placeOf(displayPath(cwd, file.path), file.text, path)),
      hint: fault.hint,
    });
  }
  return settings;
}

type FlagName = 'spec' | 'out' | 'scope' | 'name' | 'templates' | 'config' | 'addon' | 'allow-ref' | 'overlay';

/** Checks every flag by the rules of the key of the same name. */
export function checkFlags(flags: ConfigFlags, problems: Problem[]): void {
  const check = (flag: FlagName, value: string | undefined, rule: Rule): void => {
    const fault = value === undefined ? undefined : textFault(value, rule);
    if (fault === undefined) return;
    problems.push({
      code: `flag-${flag}`,
      severity: 'error',
      message: `--${flag}: ${fault.message}`,
      hint: fault.hint,
    });
  };
  check('spec', flags.spec, locationFault);
  check('out', flags.out, pathFault);
  check('scope', flags.scope, scopeFault);
  check('name', flags.name, nameFault);
  check('templates', flags.templates, pathFault);
  check('config', flags.config, pathFault);
  for (const addon of flags.addons) check('addon', addon, addonFault);
  for (const location of flags.allowRefs) check('allow-ref', location, locationFault);
  for (const overlay of flags.overlays ?? []) check('overlay', overlay, pathFault);
}
