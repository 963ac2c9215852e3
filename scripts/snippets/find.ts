import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A TypeScript program in the documentation. */
export interface Snippet {
  readonly document: string;
  /** Of its first line in the document, one-based. */
  readonly line: number;
  readonly text: string;
}

/** Every TypeScript snippet of a package's documentation. */
export function findSnippets(folder: string): Snippet[] {
  const documents = ['README.md', ...listMarkdown(join(folder, 'docs')).map((name) => join('docs', name))];
  return documents.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
      document: join(folder, name),
      line: text.slice(0, match.index).split('\n').length + 1,
      text: match[1] ?? '',
    }));
  });
}

function listMarkdown(folder: string): string[] {
  // The types package has no documentation.
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
}
