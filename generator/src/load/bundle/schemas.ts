import { cutCycles, isObject, type MutableObject, References, splitFamilies } from '../../schema/index.js';
import type { Findings } from '../places/findings.js';
import type { Bundle } from './bundle.js';

/** Gives the named schemas a form in which none contains itself as the same value. */
export function finishSchemas({ root, origins }: Bundle, findings: Findings): void {
  const schemas: MutableObject | undefined =
    isObject(root.components) && isObject(root.components.schemas) ? root.components.schemas : undefined;
  if (schemas === undefined) return;
  const tokens = ['components', 'schemas'];
  for (const [base, name] of splitFamilies(schemas, new References(root))) {
    origins.add([...tokens, base], origins.placeOf([...tokens, name]));
  }
  cutCycles(schemas, new References(root), (name, keyword) => {
    const message = `An entry of \`${keyword}\` leads back to the schema itself: it is left out.`;
    findings.warning(
      'schema-contradiction',
      origins.placeOf([...tokens, name]),
      message,
      'Remove the entry: nothing can be checked against it.',
    );
  });
}
