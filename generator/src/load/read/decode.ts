import { isKnown } from '../../problems/index.js';
import type { ParseFault } from './fault.js';

/** UTF-8, with or without a byte order mark, to text; anything else is a fault. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: ParseFault } {
  const [first, second, third] = bytes;
  const marked16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const bare16 = (first === 0 && second !== 0 && third === 0) || (second === 0 && first !== 0 && bytes[3] === 0);
  if (marked16 || bare16) {
    return {
      fault: {
        code: 'file-encoding',
        message: 'The file is encoded as UTF-16 or UTF-32.',
        hint: 'Save it as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8 OLD > NEW',
      },
    };
  }
  const text = decodeUtf8(bytes);
  if (text !== undefined && !text.includes('\u0000')) return { text };
  return {
    fault: {
      code: 'file-encoding',
      message: 'The file is not text in UTF-8.',
      hint: 'Give an OpenAPI description as JSON or YAML; an older encoding must be converted to UTF-8.',
    },
  };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    // The decoder removes the byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isKnown(error, /^ERR_ENCODING_INVALID_ENCODED_DATA$/)) return undefined;
    throw error;
  }
}
