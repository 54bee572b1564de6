import { dayOf, isoOf, weekdayOf, weekStart } from '../../../../src/engine/core/day';
import { nameOfPeriod, periodOfText } from '../../../../src/engine/dataset/values/periods';

const period = (text: string): string | undefined => {
  const found = periodOfText(text);
  return found && `${isoOf(found.start)} to ${isoOf(found.end)}`;
};

// ISO 8601: the week belongs to the year of its Thursday. Dates checked against `date -d … +%G-W%V` of GNU coreutils 9.1.
it.each([
  ['2024-W01', '2024-01-01 to 2024-01-07'],
  ['2021-W01', '2021-01-04 to 2021-01-10'],
  ['2020 W53', '2020-12-28 to 2021-01-03'],
  ['W5 2023', '2023-01-30 to 2023-02-05'],
  ['KW 5 2023', '2023-01-30 to 2023-02-05'],
  ['Week 5 of 2023', '2023-01-30 to 2023-02-05'],
])('reads %s as a week', (text, expected) => expect(period(text)).toBe(expected));

it.each(['W54 2023', 'Week 0 2023', 'W5', 'KW'])('takes %s for no period', (text) =>
  expect(period(text)).toBeUndefined(),
);

it.each([
  ['2024-03-01', '2024-03-31', '2024-03'],
  ['2024-03-04', '2024-03-10', '2024-03-04 to 2024-03-10'],
  ['2024-03-04', '2024-03-04', '2024-03-04'],
])('%s to %s is called %s', (start, end, name) => {
  const day = (iso: string) => dayOf(...(iso.split('-').map(Number) as [number, number, number]));
  expect(nameOfPeriod(day(start), day(end))).toBe(name);
});

it('knows weekdays', () => {
  expect(weekdayOf(dayOf(2023, 1, 1))).toBe(6);
  expect(weekdayOf(dayOf(2024, 2, 29))).toBe(3);
  expect(isoOf(weekStart(dayOf(2024, 2, 29)))).toBe('2024-02-26');
});
