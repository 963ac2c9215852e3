import { readFileSync } from 'node:fs';

export function ownPackage(): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
}
