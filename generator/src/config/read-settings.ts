import type { Problem, ProblemCode } from '../problems/index.js';
import { didYouMean } from './closest.js';
import type { ConfigFile } from './config-file.js';
import type { Fault } from './rules.js';
import { REMARK_KEYS, SETTINGS, type Setting, type Settings, settingsFrom } from './settings.js';

const EMPTY: Fault = { message: 'The value is empty.', hint: 'Set a value, or omit it.' };
const TEXT_WANTED: Fault = { message: 'The value must be a string.', hint: 'Write it in double quotes.' };
const LIST_WANTED: Fault = { message: 'The value must be a list of strings.', hint: 'Write it as ["one", "two"].' };

function faultOf({ faultOf: rule }: Setting, value: unknown): Fault | undefined {
  if (typeof value !== 'string') return TEXT_WANTED;
  return value.trim() === '' ? EMPTY : rule?.(value);
}

/** Checks each key of a configuration file. Problems name the line and the JSON pointer. */
export async function readSettings(file: ConfigFile, problems: Problem[]): Promise<Settings> {
  const report = async (code: ProblemCode, path: readonly (string | number)[], fault: Fault): Promise<void> => {
    problems.push({ code, severity: 'error', ...fault, ...(await file.placeOf([...file.within, ...path])) });
  };
  const known: readonly string[] = SETTINGS.flatMap((setting) => ('isFlagOnly' in setting ? [] : [setting.key]));
  for (const key of Object.keys(file.settings)) {
    if (known.includes(key) || REMARK_KEYS.includes(key)) continue;
    const hint = didYouMean(key, known, `The keys are ${known.join(', ')}.`, (one) => `"${one}"`);
    await report('config-unknown-key', [key], { message: `Unknown setting: ${JSON.stringify(key)}.`, hint });
  }
  const texts = new Map<string, readonly string[]>();
  for (const setting of SETTINGS) {
    if ('isFlagOnly' in setting || !Object.hasOwn(file.settings, setting.key)) continue;
    const { key } = setting;
    const value = file.settings[key];
    // Only in a module: a value that may be missing, such as one of the environment.
    if (value === undefined) continue;
    const isList = 'isList' in setting;
    if (isList && !Array.isArray(value)) {
      await report(`config-${key}`, [key], LIST_WANTED);
      continue;
    }
    const items: readonly unknown[] = isList ? [value].flat() : [value];
    for (const [index, item] of items.entries()) {
      const fault = faultOf(setting, item);
      if (fault !== undefined) await report(`config-${key}`, isList ? [key, index] : [key], fault);
    }
    texts.set(
      key,
      items.filter((item) => typeof item === 'string'),
    );
  }
  return settingsFrom(({ key }) => texts.get(key));
}

export function checkFlags(flags: Settings): Problem[] {
  return SETTINGS.flatMap((setting): Problem[] => {
    const value = flags[setting.key];
    if (!('flag' in setting) || value === undefined) return [];
    return [value].flat().flatMap((item): Problem[] => {
      const fault = faultOf(setting, item);
      if (fault === undefined) return [];
      return [
        { code: `flag-${setting.flag}`, severity: 'error', ...fault, message: `--${setting.flag}: ${fault.message}` },
      ];
    });
  });
}
