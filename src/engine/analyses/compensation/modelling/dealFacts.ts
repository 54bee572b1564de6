import { foldLabels } from '../../../dataset/values/sameName';
import { effectiveComponents, modifiersOf, type Plan } from '../plan';

/** What pay for a deal hangs on beside its amount and day: numbers that a plan looks at, and text fields that it filters by. */
export interface DealFacts {
  readonly margin: boolean;
  readonly units: boolean;
  readonly term: boolean;
  /** By field id, such as "type": the values that the plan names, each once. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** The facts that a plan asks of a deal; a deal that lacks one of them may earn nothing under it. */
export function dealFacts(plan: Plan): DealFacts {
  const components = effectiveComponents(plan);
  const measures = new Set(
    components.flatMap(({ bandsOf, modifiers }) => [
      ...(bandsOf === undefined ? [] : [bandsOf]),
      ...modifiersOf(modifiers, 'multiplier').flatMap(({ measure, and }) => [measure, and?.measure ?? '']),
    ]),
  );
  const texts: Record<string, readonly string[]> = {};
  const add = (field: string, values: readonly string[]): void => {
    texts[field] = foldLabels([...(texts[field] ?? []), ...values]).names;
  };
  for (const { only, modifiers } of components) {
    for (const [field, values] of Object.entries(only ?? {})) add(field, values);
    for (const { measure } of modifiersOf(modifiers, 'currency')) add('currency', [measure]);
  }
  return {
    margin: measures.has('margin') || components.some(({ basis }) => basis === 'margin'),
    units: components.some(({ basis }) => basis === 'units'),
    term: measures.has('term'),
    texts,
  };
}
