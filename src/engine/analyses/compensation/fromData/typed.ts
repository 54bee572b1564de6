import type { Dataset } from '../../../dataset/dataset';
import type { Period, TypedAttainment } from '../book';
import { peopleOfLabels } from './people';

/**
 * Attainments typed by hand, by period of the book: one of a longer period holds in each of its periods (a credited
 * amount is shared by days); several of shorter ones add up, attainments weighted by their days.
 */
export function typedOf(
  { attainments }: Dataset,
  people: ReadonlyMap<string, number>,
  periods: readonly Period[],
): readonly TypedAttainment[] {
  if (!attainments) return [];
  const persons = peopleOfLabels(attainments.person, people);
  const cells = new Map<
    string,
    { days: number; attained: number; credited: number; hasShare: boolean; row: TypedAttainment }
  >();
  for (let i = 0; i < attainments.count; i++) {
    const person = persons[attainments.person.codes[i]!] ?? -1;
    const [start, end] = [attainments.start[i]!, attainments.end[i]!];
    const { measure: measures } = attainments;
    const measure = measures?.labels[measures.codes[i]!];
    if (person < 0) continue;
    periods.forEach((period, t) => {
      const days = Math.min(end, period.end) - Math.max(start, period.start) + 1;
      if (days <= 0) return;
      const key = `${person} ${t} ${measure?.toLowerCase() ?? ''}`;
      const row = { person, period: t, ...(measure !== undefined && { measure }) };
      const cell = cells.get(key) ?? { days: 0, attained: 0, credited: 0, hasShare: false, row };
      cells.set(key, cell);
      const [attainment, credited] = [attainments.attainment[i]!, attainments.credited[i]!];
      if (attainment === attainment) {
        cell.days += days;
        cell.attained += attainment * days;
        cell.hasShare = true;
      } else cell.credited += Math.round((credited * days) / (end - start + 1));
    });
  }
  return [...cells.values()].map(({ days, attained, credited, hasShare, row }) =>
    hasShare ? { ...row, attainment: attained / days } : { ...row, credited },
  );
}
