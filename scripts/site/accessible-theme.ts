import type { Plugin } from 'vite';

/** Texts of a component of VitePress's theme, with replacements. */
type Corrections = readonly (readonly [theirs: string, ours: string])[];

const corrections: Readonly<Record<string, Corrections>> = {
  // The search is a dialog, not a button; its results are options, labelled by their text. The keys in its last line are images.
  'VPLocalSearchBox.vue': [
    [
      `      role="button"
      :aria-owns="results?.length ? 'localsearch-list' : undefined"
      aria-expanded="true"
      aria-haspopup="listbox"
`,
      `      role="dialog"
      aria-modal="true"
`,
    ],
    [
      `            :id="'localsearch-item-' + index"
            :aria-selected="selectedIndex === index ? 'true' : 'false'"
            role="option"
          >
            <a
`,
      `            role="presentation"
          >
            <a
              :id="'localsearch-item-' + index"
              :aria-selected="selectedIndex === index ? 'true' : 'false'"
              role="option"
`,
    ],
    ['<div class="search-keyboard-shortcuts">', '<div class="search-keyboard-shortcuts" aria-hidden="true">'],
    [`              :aria-label="[...p.titles, p.title].join(' > ')"\n`, ''],
  ],
  // A button is named by its text, without its keyboard shortcut.
  'VPNavBarSearchButton.vue': [
    [` :aria-label="translate('button.buttonAriaLabel')"`, ''],
    ['<span class="DocSearch-Button-Keys">', '<span class="DocSearch-Button-Keys" aria-hidden="true">'],
  ],
};

/**
 * Fixes accessibility problems of VitePress's theme for screen readers.
 *
 * @throws {Error} during the build, if a new version of the theme has other texts: check whether it still needs the fixes.
 */
export function accessibleTheme(): Plugin {
  return {
    name: 'accessible-theme',
    enforce: 'pre',
    transform(code, id) {
      const component = /\/theme-default\/components\/(\w+\.vue)$/.exec(id)?.[1] ?? '';
      return corrections[component]?.reduce((text, [theirs, ours]) => {
        if (!text.includes(theirs)) this.error(`${component} of VitePress no longer has: ${theirs.trim()}`);
        return text.replace(theirs, () => ours);
      }, code);
    },
  };
}
