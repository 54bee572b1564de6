import type { Assumption, AssumptionValue, AssumptionValues } from './assumption';
import { issue, type Issue } from './issue';
import type { Outcome } from './outcome';

/** What a cell, a flag or a JSON file may hold where a value is wanted. */
export type UncheckedValue = AssumptionValue | boolean | null | undefined;

export const initialValues = (assumptions: readonly Assumption[]): AssumptionValues =>
  Object.fromEntries(assumptions.map(({ id, initial }) => [id, initial]));

/** Twelve digits: enough for any value a person types, and 0.07 × 100 shows as 7. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** A value as a person would say it: "90 days", "25%", "By quarter". */
export function showValue(assumption: Assumption, value: AssumptionValue): string {
  if (assumption.kind === 'choice')
    return assumption.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (typeof value === 'string') return value;
  if (assumption.unit === 'share') return `${plain(value * 100)}%`;
  return assumption.unit === '' ? plain(value) : `${plain(value)} ${assumption.unit}`;
}

/** What an assumption may be, as a person would say it: "0% to 100%", "By month, By quarter". */
export const rangeText = (assumption: Assumption): string =>
  assumption.kind === 'choice'
    ? assumption.choices.map(({ label }) => label).join(', ')
    : `${showValue(assumption, assumption.min)} to ${showValue(assumption, assumption.max)}`;

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** A number, or text that can only mean one number: "120", and for a share "25%". */
export function numberOf(raw: UncheckedValue, unit: string): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim();
  const percent = unit === 'share' && text.endsWith('%');
  const digits = percent ? text.slice(0, -1).trimEnd() : text;
  if (!PLAIN_NUMBER.test(digits)) return undefined;
  return percent ? Number(digits) / 100 : Number(digits);
}

/**
 * The value meant by what stands in a cell, or the issue that it raises. A choice may be given by its value or its
 * label, in capitals or not. A share of 25 is 2500%, not 25%: it is out of range, never divided by a hundred.
 */
export function checkValue(
  assumption: Assumption,
  raw: UncheckedValue,
): { readonly value: AssumptionValue } | { readonly issue: Issue } {
  const unreadable = (): { readonly issue: Issue } => ({
    issue: issue('assumptionUnreadable', 'warning', { label: assumption.label, value: String(raw) }),
  });
  if (assumption.kind === 'choice') {
    const wanted = String(raw).trim().toLowerCase();
    const choice = assumption.choices.find(
      ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
    );
    return choice ? { value: choice.value } : unreadable();
  }
  const value = numberOf(raw, assumption.unit);
  if (value === undefined) return unreadable();
  if (value >= assumption.min && value <= assumption.max) return { value };
  return {
    issue: issue('assumptionOutOfRange', 'warning', {
      label: assumption.label,
      value: showValue(assumption, value),
      min: showValue(assumption, assumption.min),
      max: showValue(assumption, assumption.max),
    }),
  };
}

const isBlank = (raw: UncheckedValue): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

/**
 * Every assumption's value: as read where that is good, as `otherwise` says (the initial value) where nothing stands
 * or where it is bad, which is an issue. Ids that no assumption has are a note.
 */
export function checkValues(
  assumptions: readonly Assumption[],
  read: Readonly<Record<string, UncheckedValue>>,
  otherwise: AssumptionValues = initialValues(assumptions),
): Outcome<AssumptionValues> & { readonly value: AssumptionValues } {
  const issues: Issue[] = [];
  const values = assumptions.map((assumption): readonly [string, AssumptionValue] => {
    const raw = Object.hasOwn(read, assumption.id) ? read[assumption.id] : undefined;
    const fallback = [assumption.id, otherwise[assumption.id] ?? assumption.initial] as const;
    if (isBlank(raw)) return fallback;
    const checked = checkValue(assumption, raw);
    if ('value' in checked) return [assumption.id, checked.value];
    issues.push(checked.issue);
    return fallback;
  });
  const known = new Set(assumptions.map(({ id }) => id));
  for (const id of Object.keys(read))
    if (!known.has(id)) issues.push(issue('assumptionUnknown', 'note', { id }));
  return { value: Object.fromEntries(values), issues };
}
