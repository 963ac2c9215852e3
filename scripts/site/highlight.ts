import { createHighlighter, type ShikiTransformer } from 'shiki';

/** Highlights code. The language of the result is from a fixed list, whatever the text requests. */
export type Highlight = (code: string, language: string) => { readonly language: string; readonly html: string };

const languages = ['ts', 'js', 'json', 'yaml', 'sh', 'http', 'html', 'css', 'handlebars', 'diff'] as const;

const themeClass: ShikiTransformer = {
  pre(node) {
    this.addClassToHast(node, 'vp-code');
    delete node.properties['style'];
  },
};

/** Colours for light and for dark mode, both with a contrast that is readable for everyone. */
export async function loadHighlight(): Promise<Highlight> {
  const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs: [...languages] });
  return (code, asked) => {
    const language = languages.find((known) => known === asked.toLowerCase()) ?? 'text';
    const html = highlighter.codeToHtml(code.replace(/\n$/, ''), {
      lang: language,
      themes,
      defaultColor: false,
      transformers: [themeClass],
    });
    return { language, html };
  };
}
