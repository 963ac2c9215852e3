import { precompileTemplate } from '../naming/handlebars.js';
import { nameRules } from '../naming/name-templates.js';
import { templateRules } from './templates.js';

/**
 * For the build: a module that maps the texts of templates to compiled templates, with the same rules as at run time.
 * @param texts by path below `templates/`.
 */
export function precompile(texts: ReadonlyMap<string, string>): string {
  const rules = templateRules(texts.keys());
  const entries = [...texts].map(([path, text]) => {
    const isName = path.startsWith('naming/');
    // A name is rendered from a template without its last line break.
    const source = { file: `templates/${path}`, text: isName ? text.trimEnd() : text };
    return `[${JSON.stringify(source.text)}, ${precompileTemplate(source, isName ? nameRules : rules)}],\n`;
  });
  return `module.exports = new Map([\n${entries.join('')}]);\n`;
}
