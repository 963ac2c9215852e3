/** Files of one package: relative POSIX paths and texts. */
export type RenderedFile = readonly [path: string, text: string];

export interface RenderedPackage {
  /** The folder's name, such as `chat-client`. */
  readonly folder: string;
  readonly files: readonly RenderedFile[];
}

/** A package's folder: its name without the scope. */
export function folderOf(packageName: string): string {
  return packageName.slice(packageName.lastIndexOf('/') + 1);
}
