import { entryView } from '../client/render-client.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { fakeData } from './fake-data.js';

/** `src/testing.ts` of the client package, the entry for users' tests, and its data. The rest is in the runtime. */
export function renderTesting(context: RenderContext): RenderedFile[] {
  const { addons, templates } = context;
  const data = fakeData(context);
  const extension = addons.flatMap(({ testing = [] }) => testing).at(-1) ?? '';
  const view = { ...entryView(context), typeNames: data.typeNames, extension };
  return [
    ['src/testing.ts', templates.render('client/testing.ts.hbs', view)],
    ['src/testing-data.ts', templates.render('client/testing-data.ts.hbs', data)],
  ];
}

/** Whether a file of `src/` belongs to the entry for tests. */
export function isForTests(path: string): boolean {
  return /\/testing(\/|-data\.|\.)/.test(path);
}
