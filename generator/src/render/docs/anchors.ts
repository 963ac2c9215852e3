/** The anchors of headings in Markdown renderers: lower case, no punctuation, spaces as hyphens, repeats numbered. */
export class Anchors {
  readonly #counts = new Map<string, number>();

  take(heading: string): string {
    const base = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const count = this.#counts.get(base) ?? 0;
    this.#counts.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  }
}
