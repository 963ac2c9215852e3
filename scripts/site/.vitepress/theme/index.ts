import { type Theme, useData, withBase } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineComponent, h } from 'vue';
import './style.css';

/** The link to the Markdown of a page, below its text. `target` makes the router leave it to the browser. */
const PlainLink = defineComponent(() => {
  const { page } = useData();
  return () =>
    h('p', { class: 'plain-link' }, [
      h('a', { href: withBase(`/${page.value.relativePath}`), target: '_self' }, 'This page as Markdown'),
    ]);
});

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-footer-before': () => h(PlainLink) }),
} satisfies Theme;
