import { precompileTemplate } from '../naming/handlebars.js';
import { nameRules } from '../naming/name-templates.js';
import { classNames } from './client/class-prefix.js';
import { templateRules } from './templates.js';

/**
 * For the build: modules with what would otherwise be computed from the texts of the templates at each run.
 * @param texts by path below `templates/`.
 */
export function precompile(texts: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const ofKind = (kind: RegExp) => new Map([...texts].filter(([path]) => kind.test(path)));
  return {
    'templates.cjs': compiledTemplates(ofKind(/\.hbs$/)),
    'class-names.cjs': classNames(ofKind(/^(runtime|addons)\/(?!.*test\/).*\.ts$/)),
  };
}

/** A map from the texts of templates to compiled templates, with the same rules as at run time. */
function compiledTemplates(texts: ReadonlyMap<string, string>): string {
  const rules = templateRules(texts.keys());
  const entries = [...texts].map(([path, text]) => {
    const isName = path.startsWith('naming/');
    // A name is rendered from a template without its last line break.
    const source = { file: `templates/${path}`, text: isName ? text.trimEnd() : text };
    return `[${JSON.stringify(source.text)}, ${precompileTemplate(source, isName ? nameRules : rules)}],\n`;
  });
  return `module.exports = new Map([\n${entries.join('')}]);\n`;
}
