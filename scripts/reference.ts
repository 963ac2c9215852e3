import { writeFileSync } from 'node:fs';
import { dataPage } from './reference/data-page.js';

/** Writes the page of `generator/docs` generated from the types of the templates' data. */
writeFileSync('generator/docs/template-data.md', dataPage('generator/src/render/views'));
