import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { findingOf, sheetsOf } from '../../../../support/compensationSheets';
import { disagreeing } from '../../../../support/described';
import { halfYear, MECHANICS } from '../../../../support/mechanicCases';
import { recalculated, type Recomputed } from '../../../../support/formulaEngine';
import {
  convertWithLibreOffice,
  withLibreOffice,
  withoutCachedValues,
} from '../../../../support/libreOffice';
import { readWorkbookFile, writeWorkbook } from '../../../../../src/hosts/workbookFile';

const payouts = (cells: readonly Recomputed[]): readonly Recomputed[] =>
  cells.filter(({ sheet }) => sheet === 'payout');

describe('the Payout sheet, recomputed by IronCalc, is the engine’s to the cent', () => {
  test.each(Object.entries(MECHANICS))('%s', (_, own) => {
    const finding = findingOf([own], halfYear());
    expect(finding.plans[0]!.totals.payout).toBeGreaterThan(0);
    const cells = recalculated(sheetsOf(finding));
    expect(payouts(cells).length).toBeGreaterThan(18);
    expect(disagreeing(cells)).toEqual([]);
  });

  test.each(PLAN_LIBRARY.map((own) => [own.name, own] as const))('library: %s', (_, own) => {
    const months = own.components.every(({ period }) => period === 'quarter') ? 3 : 1;
    expect(disagreeing(recalculated(sheetsOf(findingOf([own], halfYear(months)))))).toEqual([]);
  });
});

test('formulas hold no number of the plan, of the quotas or of the credits: other numbers, the same formulas', () => {
  const formulas = (own: Plan, scale: number): readonly string[] => {
    const { credits, quotas, ...rest } = halfYear();
    const other = {
      ...rest,
      quotas: quotas.map((quota) => ({ ...quota, amount: quota.amount * scale })),
      credits: { ...credits!, amount: credits!.amount.map((cents) => Math.round(cents * scale)) },
    };
    return sheetsOf(findingOf([own], other)).flatMap((placement) =>
      placement.kind === 'cells' && placement.sheet === 'payout'
        ? placement.values
            .flat()
            .flatMap((cell) => (cell !== null && typeof cell === 'object' ? [cell.formula] : []))
        : [],
    );
  };
  const changed = (own: Plan): Plan => ({
    ...own,
    components: own.components.map((component) => ({
      ...component,
      ...(component.rate !== undefined && { rate: component.rate * 1.3 }),
      tiers: component.tiers.map((tier) => ({ ...tier, rate: tier.rate * 1.7 })),
      modifiers: component.modifiers.map((row) =>
        'value' in row ? { ...row, value: (row.value ?? 0) * 0.7 } : row,
      ),
    })),
  });
  for (const [name, own] of Object.entries(MECHANICS))
    expect([name, formulas(changed(own), 1.7)]).toEqual([name, formulas(own, 1)]);
});

withLibreOffice(
  'every mechanic in one workbook, calculated by LibreOffice, is the engine’s to the cent',
  async () => {
    const plans = Object.entries(MECHANICS).map(([name, own]): Plan => ({ ...own, name }));
    const bytes = await writeWorkbook(sheetsOf(findingOf(plans, halfYear())));
    const rowsOf = async (workbook: Uint8Array): Promise<readonly (readonly unknown[])[]> => {
      const { value } = await readWorkbookFile('b.xlsx', workbook);
      return value!.sheets.find(({ sheet }) => sheet === 'Leadline Payout')!.rows;
    };
    const [ours, theirs] = [
      await rowsOf(bytes),
      await rowsOf(convertWithLibreOffice(await withoutCachedValues(bytes), 'xlsx')),
    ];
    let numbers = 0;
    const wrong: unknown[] = [];
    ours.forEach((row, r) =>
      row.forEach((value, c) => {
        const other = theirs[r]?.[c] ?? null;
        if (typeof value === 'number') numbers++;
        const same =
          typeof value === 'number' && typeof other === 'number'
            ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value))
            : (value ?? '') === (other ?? '');
        if (!same) wrong.push({ row: r, column: c, value, other });
      }),
    );
    expect(numbers).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
  },
);
