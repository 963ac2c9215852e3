import { type Codecs, jsonReply } from '../codecs.js';
import { decodeText } from './bytes.js';

/** Responses other than JSON: text, bytes as a `Blob`, or depending on the media type. */
export const replies: NonNullable<Codecs['replies']> = (reply, mediaType, bytes) => {
  switch (reply === 'auto' ? kindOf(mediaType, bytes) : reply) {
    case 'json':
      return jsonReply;
    case 'text':
      return decodeText(bytes);
    case 'binary':
      return new Blob([new Uint8Array(bytes)], { type: mediaType });
    default:
      return undefined;
  }
};

/** As in the types: XML and YAML are text. */
const textTypes = /^(text\/|application\/(.*\+)?(xml|yaml|javascript)$)/;

function kindOf(mediaType: string, bytes: Uint8Array): 'json' | 'text' | 'binary' | 'empty' {
  if (bytes.byteLength === 0) return 'empty';
  if (/[/+]json$/.test(mediaType)) return 'json';
  return textTypes.test(mediaType) ? 'text' : 'binary';
}
