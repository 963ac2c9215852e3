import type { Codecs } from '../../codecs.js';
import { binary } from '../../encode/binary.js';
import { form } from '../../encode/form.js';
import { multipart } from '../../encode/multipart.js';
import { parameterStyles } from '../../encode/styles.js';
import { text } from '../../encode/text.js';
import { replies } from '../../response/replies.js';

export const allCodecs: Codecs = { styles: parameterStyles, multipart, form, text, binary, replies };
