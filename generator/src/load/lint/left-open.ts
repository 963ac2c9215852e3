import { ABSENT, isArray, isObject, type Json, TODO } from '../../schema/index.js';
import { type Finding, Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';

/** Reports what `sdkgen adopt` left open: texts to write, and parts that the vendor's file lacks. */
export function findLeftOpen(file: SourceFile): readonly Finding[] {
  const findings = new Findings();
  const visit = (value: Json, tokens: readonly string[]): void => {
    if (isArray(value)) for (const [index, item] of value.entries()) visit(item, [...tokens, String(index)]);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = { file, tokens: [...tokens, key] };
      if ((key === 'description' || key === 'summary') && inner === TODO) {
        findings.warning('text-missing', at, `The ${key} is missing.`, 'Write it, or remove the key.');
      } else if (key === ABSENT && typeof inner === 'string' && inner !== 'keep') {
        const hint = `Remove it, or write \`${ABSENT}: keep\`: the next version without it removes it.`;
        findings.warning('vendor-absent', at, `The vendor's file ${inner} does not have this.`, hint);
      } else visit(inner, at.tokens);
    }
  };
  visit(file.value, []);
  return findings.all;
}
