/**
 * A judgement that a person may change, carrying its meaning. The pane builds its form, the command line its flags,
 * the workbook its Inputs sheet and the documentation its table from these records; nothing is listed twice.
 */
interface AssumptionBase {
  /** Letters and digits, unique over all analyses; the workbook's name for it is `leadline_<id>`. */
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Where the initial value comes from. */
  readonly source: string;
}
export interface NumberAssumption extends AssumptionBase {
  readonly kind: 'number';
  /** "days", "deals", or "share" for a fraction of one that is shown as a percentage. */
  readonly unit: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
export interface ChoiceAssumption extends AssumptionBase {
  readonly kind: 'choice';
  readonly unit: '';
  readonly initial: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}
export type Assumption = NumberAssumption | ChoiceAssumption;
export type AssumptionValue = number | string;
/** By assumption id; an absent id means the initial value. */
export type AssumptionValues = Readonly<Record<string, AssumptionValue>>;

export const assumptionName = (id: string): string => `leadline_${id}`;

/** A number within a range; in steps of one unless said. */
export const numberAssumption = <Id extends string>(
  id: Id,
  label: string,
  unit: string,
  range: Pick<NumberAssumption, 'initial' | 'min' | 'max'> & { readonly step?: number },
  help: string,
  source: string,
): NumberAssumption & { readonly id: Id } => ({
  kind: 'number',
  id,
  label,
  unit,
  step: 1,
  ...range,
  help,
  source,
});

/** An amount of money in units of the workbook's currency, from nought (not given) up. */
export const amountAssumption = <Id extends string>(id: Id, label: string, help: string, source: string) =>
  numberAssumption(id, label, '', { initial: 0, min: 0, max: 1e12 }, help, source);

/** One of several values, each with its label; the first one unless said. */
export const choiceAssumption = <Id extends string>(
  id: Id,
  label: string,
  choices: Readonly<Record<string, string>>,
  help: string,
  source: string,
  initial = Object.keys(choices)[0]!,
): ChoiceAssumption & { readonly id: Id } => ({
  kind: 'choice',
  id,
  label,
  unit: '',
  initial,
  choices: Object.entries(choices).map(([value, text]) => ({ value, label: text })),
  help,
  source,
});

/** The value in force of one of these assumptions: an absent one is the initial value. `values` has been checked. */
export const valueIn = <A extends Assumption>(
  assumptions: readonly A[],
  values: AssumptionValues,
  id: A['id'],
): AssumptionValue => values[id] ?? assumptions.find((assumption) => assumption.id === id)!.initial;
