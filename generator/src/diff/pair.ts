import type { Operation } from '../model/model.js';
import type { ArgumentLayout } from '../naming/index.js';
import { optional, pointerToken, type Schema } from '../schema/index.js';
import type { Document } from './document.js';
import type { Place, Ways } from './place.js';
import type { RuleId } from './rules.js';
import type { SchemaWalk } from './schemas/walk.js';

/** One operation in both versions. */
export interface OperationPair {
  readonly old: Operation;
  readonly next: Operation;
  /** The current name for users, as Markdown. */
  readonly method: string;
  readonly oldLayout: ArgumentLayout;
  readonly nextLayout: ArgumentLayout;
  readonly schemas: SchemaWalk;
  readonly documents: { readonly old: Document; readonly next: Document };
}

/** A parameter, a body or a response. */
interface Part {
  readonly pointer: string;
  readonly schema?: Schema;
  readonly mediaType?: string;
}

type Parts = readonly [was: Part | undefined, is: Part | undefined];

/** Reports a change of a part of an operation, or of the operation itself. */
export function reportAt(pair: OperationPair, rule: RuleId, [was, is]: Parts, text: string, detail?: string): void {
  const { id, tag } = pair.next;
  const about = { name: pair.method, text: text.replaceAll(pair.method, '…') };
  const spot = { about, operation: id, tag, old: was?.pointer, next: is?.pointer, ...optional('detail', detail) };
  pair.schemas.report.add(rule, spot, text);
}

/** The place of the schema of a part. */
export function placeIn({ next, method }: OperationPair, owner: string, was: Part, is: Part, way: keyof Ways): Place {
  return {
    operation: next.id,
    owner: `${owner} of ${method}`,
    path: '',
    old: schemaPointer(was),
    next: schemaPointer(is),
    ways: { request: way === 'request', reply: way === 'reply' },
    reaches: [],
    tag: next.tag,
  };
}

function schemaPointer({ pointer, schema, mediaType }: Part): string {
  if (schema === undefined) return pointer;
  return `${pointer}${mediaType === undefined ? '' : `/content/${pointerToken(mediaType)}`}/schema`;
}
