import { writeFileSync } from 'node:fs';
import { dataPage } from './reference/data-page.js';
import { problemsPage } from './reference/problems-page.js';

/** Writes the pages of `generator/docs` that are made from its sources. */
writeFileSync('generator/docs/problems.md', problemsPage());
writeFileSync('generator/docs/template-data.md', dataPage('generator/src/render/views'));
