import { type AST, RegExpParser, RegExpSyntaxError } from '@eslint-community/regexpp';
import { codePoints, regularExpression } from '../../schema/index.js';

const ALPHABET =
  'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:@ ,+=#~%&$!?*()[]{}<>|^\'"`;\\\t\n\r';
const LONGEST = 10_000;

interface Writer {
  /** Repetitions beyond the minimum, to reach a required length. */
  extra: number;
  /** Varies the choice of characters and alternatives, so that one pattern has several strings. */
  readonly variant: number;
  position: number;
  readonly groups: Map<AST.CapturingGroup, string>;
  readonly unicode: boolean;
}

/** Strings that match `pattern` and have the required length in code points, the simplest first. */
export function* textsForPattern(
  pattern: string,
  minLength: number,
  maxLength: number,
  variant: number,
): Generator<string> {
  const expression = regularExpression(pattern);
  if (expression === undefined || minLength > LONGEST) return;
  const parsed = parse(pattern, expression.unicode);
  if (parsed === undefined) return;
  for (let turn = variant; turn < variant + 8; turn += 1) {
    const least = write(parsed, turn, 0, expression.unicode);
    if (least === undefined) continue;
    const missing = Math.max(0, minLength - codePoints(least));
    const readable = missing === 0 && least.length < 8 ? [write(parsed, turn, 3, expression.unicode)] : [];
    const filled = missing === 0 ? least : (write(parsed, turn, missing, expression.unicode) ?? least);
    const demanded = demandedByLookaheads(parsed, turn, expression.unicode);
    const padding = 'a'.repeat(Math.max(0, Math.max(minLength, codePoints(least)) - codePoints(demanded)));
    const texts = [...readable, filled, least, least + 'a'.repeat(missing), 'a'.repeat(missing) + least];
    for (const text of [...texts, demanded + padding, padding + demanded]) {
      if (text === undefined || text.length > LONGEST) continue;
      const length = codePoints(text);
      if (length >= minLength && length <= maxLength && expression.test(text)) yield text;
    }
  }
}

function parse(pattern: string, unicode: boolean): AST.Pattern | undefined {
  try {
    return new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length, { unicode });
  } catch (error) {
    if (!(error instanceof RegExpSyntaxError)) throw error;
    return undefined;
  }
}

function write(pattern: AST.Pattern, variant: number, extra: number, unicode: boolean): string | undefined {
  return alternatives(pattern.alternatives, { extra, variant, position: variant, groups: new Map(), unicode });
}

/** `^(?=.*[A-Z])(?=.*\d).{8,}$`: the requirements of the lookaheads, in order. */
function demandedByLookaheads(pattern: AST.Pattern, variant: number, unicode: boolean): string {
  const writer: Writer = { extra: 0, variant, position: variant, groups: new Map(), unicode };
  return (pattern.alternatives[0]?.elements ?? [])
    .filter((element) => element.type === 'Assertion' && element.kind === 'lookahead' && !element.negate)
    .map((element) => ('alternatives' in element ? (alternatives(element.alternatives, writer) ?? '') : ''))
    .join('');
}

function alternatives(choices: readonly AST.Alternative[], writer: Writer): string | undefined {
  const choice = choices[writer.variant % Math.max(1, choices.length)];
  if (choice === undefined) return undefined;
  let text = '';
  for (const element of choice.elements) {
    const part = writeElement(element, writer);
    if (part === undefined) return undefined;
    text += part;
    if (text.length > LONGEST) return undefined;
  }
  return text;
}

function writeElement(element: AST.Element, writer: Writer): string | undefined {
  switch (element.type) {
    case 'Assertion':
      return '';
    case 'Character':
      writer.position += 1;
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return pickCharacter(element.raw, writer);
    case 'Group':
      return alternatives(element.alternatives, writer);
    case 'CapturingGroup': {
      const text = alternatives(element.alternatives, writer);
      if (text !== undefined) writer.groups.set(element, text);
      return text;
    }
    case 'Backreference': {
      const group = Array.isArray(element.resolved) ? element.resolved[0] : element.resolved;
      return group === undefined ? '' : (writer.groups.get(group) ?? '');
    }
    case 'Quantifier':
      return repeat(element, writer);
    default:
      return undefined;
  }
}

function repeat(quantifier: AST.Quantifier, writer: Writer): string | undefined {
  let text = '';
  let count = 0;
  while (count < quantifier.min || (writer.extra > 0 && count < quantifier.max)) {
    const part = writeElement(quantifier.element, writer);
    if (part === undefined) return count >= quantifier.min ? text : undefined;
    if (part === '') return text;
    if (count >= quantifier.min) writer.extra -= Math.max(1, part.length);
    text += part;
    count += 1;
    if (text.length > LONGEST || count > LONGEST) return undefined;
  }
  return text;
}

const characters = new Map<string, readonly string[]>();

/** A character that the class (as written) matches: found with the engine, so that every notation is covered. */
function pickCharacter(source: string, writer: Writer): string | undefined {
  const key = `${writer.unicode ? 'u' : '-'}${source}`;
  let allowed = characters.get(key);
  if (allowed === undefined) {
    if (characters.size > 2_000) characters.clear();
    const expression = new RegExp(`^(?:${source})$`, writer.unicode ? 'u' : '');
    allowed = [...ALPHABET].filter((character) => expression.test(character));
    if (allowed.length === 0) allowed = rareCharacters(expression);
    characters.set(key, allowed);
  }
  const character = allowed[writer.position % Math.max(1, allowed.length)];
  writer.position += 1;
  return character;
}

function rareCharacters(expression: RegExp): readonly string[] {
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    if (expression.test(character)) return [character];
  }
  return [];
}
