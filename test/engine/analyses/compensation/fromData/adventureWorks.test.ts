import { dayOf } from '../../../../../src/engine/core/day';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookOf } from '../../../../../src/engine/analyses/compensation/fromData/bookOf';
import { planOf } from '../../../../support/compensation';
import { testData } from '../../../../support/rawSheets';
import { readFiles } from '../../../../support/readFiles';

/**
 * Commission of 2013 by person, in cents: Python's decimal over the two files, Σ SubTotal (each to the cent) ×
 * CommissionPct, half up. The unrounded sums give the same cents.
 */
const COMMISSIONS: Readonly<Record<string, number>> = {
  274: 0,
  275: 4_782_450,
  276: 6_166_942,
  277: 5_095_164,
  278: 1_389_837,
  279: 2_188_083,
  280: 963_421,
  281: 2_387_256,
  282: 2_806_326,
  283: 1_621_707,
  284: 2_412_827,
  285: 0,
  286: 1_504_899,
  287: 0,
  288: 2_241_826,
  289: 8_212_128,
  290: 4_233_725,
};
const FILES = ['SalesPerson', 'SalesPersonQuotaHistory', 'SalesOrderHeader_2013_salespeople'];

test('AdventureWorks 2013: a flat commission at each person’s own rate, from orders, reconciled to the cent', async () => {
  const { dataset } = await readFiles(
    FILES.map((name) => testData('adventureworks', `${name}.csv`)),
    '2013-12-31',
  );
  const plan = planOf({ kind: 'rate', unit: 'ofAmount' });
  const { book, issues } = bookOf(dataset, [plan], {
    asOf: dayOf(2013, 12, 31),
    years: 1,
    yearStartMonth: 1,
    source: 'auto',
  });
  expect(issues).toEqual([]);
  expect(book.credits!.count).toBe(1598);
  const { lines, total } = evaluate(plan, book);
  expect(Object.fromEntries(lines.map(({ person, payout }) => [book.people[person]!.name, payout]))).toEqual(
    COMMISSIONS,
  );
  expect(total).toBe(46_006_591);
  expect(lines.reduce((sum, { credited }) => sum + credited, 0)).toBe(3_289_035_170);
  // Every order is the part of one slice, and its parts add up to the commission.
  const deals = lines.flatMap(({ slices }) => slices.flatMap(({ deals }) => deals));
  expect(deals).toHaveLength(1598);
  expect(deals.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
});

test('the same by month: what is rounded twelve times differs by cents, and the credit not at all', async () => {
  const { dataset } = await readFiles(
    FILES.map((name) => testData('adventureworks', `${name}.csv`)),
    '2013-12-31',
  );
  const plan = planOf({ kind: 'rate', unit: 'ofAmount', period: 'month' });
  const choices = { asOf: dayOf(2013, 12, 31), years: 1, yearStartMonth: 1, source: 'auto' } as const;
  const { book } = bookOf(dataset, [plan], choices);
  const { lines, total } = evaluate(plan, book);
  expect(lines).toHaveLength(17 * 12);
  expect(lines.reduce((sum, { credited }) => sum + credited, 0)).toBe(3_289_035_170);
  expect(Math.abs(total - 46_006_591)).toBeLessThanOrEqual((17 * 12) / 2);
});
