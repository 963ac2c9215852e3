import type { Mutant } from '../mutant.js';
import { addressRules } from './address.js';
import { bodyRules } from './body.js';
import { credentialRules } from './credentials.js';
import { replyRules } from './reply.js';
import { ruleMutant } from './rule.js';

/** One mutant for each way in which the runtime could break a rule of the wire. */
export function ruleMutants(): readonly Mutant[] {
  return [...addressRules, ...credentialRules, ...bodyRules, ...replyRules].map(ruleMutant);
}
