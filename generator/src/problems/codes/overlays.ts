import type { Explanations } from './explanation.js';

/** Overlay documents; the examples are overlays of a description with one path, `/pets`. */
export const overlayCodes = {
  'overlay-invalid': {
    title: 'Not an Overlay document',
    meaning: 'A field is missing, of the wrong type, or has no meaning in an overlay.',
    reason: 'What is misspelt would be a correction that never happens.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
actions:
  - target: $.info
    updates: { title: Animals }`,
    remedy: 'An action has `target`, and `update` or `remove: true`. See docs/overlays.md.',
  },
  'overlay-version': {
    title: 'An overlay of an unknown version',
    meaning: 'The field `overlay` names a version of the Overlay Specification other than 1.0.',
    reason: 'Another version may mean something else by the same words.',
    example: `overlay: 2.0.0
info: { title: Fixes, version: '1' }
actions: [{ target: $.info, update: { title: Animals } }]`,
    remedy: 'Write `overlay: 1.0.0`.',
  },
  'overlay-extends': {
    title: 'An overlay of a file that is not read',
    meaning: 'The file in `extends` is none of those that the description consists of.',
    reason: 'The corrections in it would not be applied.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
extends: cats.yaml
actions: [{ target: $.info, update: { title: Animals } }]`,
    remedy:
      'Name a file that the description refers to, or leave `extends` out: then it is about the description itself.',
  },
  'overlay-idle': {
    title: 'An action without effect',
    meaning: 'An action has neither `update` nor `remove: true`.',
    reason: 'It finds its target and leaves it as it is, which is hardly what was meant.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
actions: [{ target: $.info }]`,
    remedy: 'Say what is to be done, or take the action away.',
  },
  'overlay-target-invalid': {
    title: 'A target that is no JSONPath',
    meaning: 'The text in `target` cannot be read as a JSONPath (RFC 9535).',
    reason: 'It is unknown what the action is about.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
actions: [{ target: paths./pets, remove: true }]`,
    remedy: "Begin with `$` and put keys that are no plain words into brackets: $.paths['/pets']",
  },
  'overlay-target-missing': {
    title: 'A target that matches nothing',
    meaning: 'The description has nothing at the place that an action is about.',
    reason: 'This is how you hear that the vendor mended, renamed or removed what you correct.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
actions: [{ target: "$.paths['/cats']", remove: true }]`,
    remedy:
      'Look whether the correction is still needed. If not, take the action away; if so, aim it at the new place.',
  },
  'overlay-target-unfit': {
    title: 'A target that cannot be changed like that',
    meaning: 'An update aims at a value that is neither an object nor a list, or a removal at the whole description.',
    reason: 'An update is merged into an object or added to a list: there is nothing to merge it into.',
    example: `overlay: 1.0.0
info: { title: Fixes, version: '1' }
actions: [{ target: $.info.title, update: Animals }]`,
    remedy: 'Target the object that holds the field: target `$.info`, update `{ title: Animals }`.',
  },
} as const satisfies Explanations;
