/** Where a value contains date-times: the runtime's `DatePlan` as data, with references by schema key. */
export type Plan =
  /** `isOnly`: the value cannot be any other string. */
  | { readonly kind: 'date'; readonly isOnly: boolean }
  | { readonly kind: 'array'; readonly item: Plan }
  | { readonly kind: 'tuple'; readonly places: ReadonlyMap<string, Plan> }
  | { readonly kind: 'map'; readonly value: Plan; readonly except: readonly string[] }
  | { readonly kind: 'choice'; readonly property: string; readonly plans: ReadonlyMap<string, Plan> }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Plan> }
  | { readonly kind: 'all'; readonly parts: readonly Plan[] }
  | { readonly kind: 'reference'; readonly key: string };

export function listOf(plan: Plan | undefined): Plan[] {
  return plan ? [plan] : [];
}

/** Merges several plans for one value: fields side by side, repeated references once. */
export function merge(plans: readonly Plan[]): Plan | undefined {
  const flat = plans.flatMap((plan) => (plan.kind === 'all' ? plan.parts : [plan]));
  const fields = new Map<string, Plan>();
  const others = new Map<string, Plan>();
  for (const plan of flat) {
    if (plan.kind !== 'fields') {
      others.set(JSON.stringify(plan, replaceMaps), plan);
      continue;
    }
    for (const [name, field] of plan.fields) {
      const before = fields.get(name);
      fields.set(name, (before && merge([before, field])) ?? field);
    }
  }
  const parts = [...others.values(), ...(fields.size > 0 ? [{ kind: 'fields', fields } as const] : [])];
  const [first] = parts;
  return parts.length > 1 ? { kind: 'all', parts } : first;
}

export function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
