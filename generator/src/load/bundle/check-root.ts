import { isObject } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { SourceFile } from '../places/source-file.js';
import type { Version } from './version.js';

/** What OpenAPI demands of the root object and no later step could do without. */
export function checkRoot(file: SourceFile, version: Version, findings: Findings): void {
  const root = file.value;
  if (!isObject(root)) return;
  const { info } = root;
  if (!isObject(info)) {
    const hint = 'Add `info` with a `title` and a `version`.';
    findings.warning('info-missing', { file, tokens: [] }, 'The description has no `info`.', hint);
  } else {
    for (const key of ['title', 'version']) {
      if (typeof info[key] === 'string') continue;
      const tokens = Object.hasOwn(info, key) ? ['info', key] : ['info'];
      const hint = `Give it as a text, such as \`${key}: ${key === 'title' ? 'Pets' : "'1.0'"}\`.`;
      findings.warning(
        'info-incomplete',
        { file, tokens },
        `\`info\` has no \`${key}\`, or one that is no text.`,
        hint,
      );
    }
  }
  if (Object.hasOwn(root, 'paths')) return;
  if (version.legacy || (!Object.hasOwn(root, 'components') && !Object.hasOwn(root, 'webhooks'))) {
    const message = version.legacy
      ? 'The description has no `paths`.'
      : 'The description has none of `paths`, `components` and `webhooks`.';
    findings.warning('paths-missing', { file, tokens: [] }, message, 'Add `paths`, be it empty: `paths: {}`.');
  }
}
