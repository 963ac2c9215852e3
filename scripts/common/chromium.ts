import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser in `CHROMIUM`, otherwise the first one installed. */
export function findChromium({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : undefined;
  const candidates = programs.flatMap((program) => PATH.split(delimiter).map((folder) => join(folder, program)));
  return candidates.find((path) => existsSync(path));
}
