import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { valueOf } from '../../../../src/engine/report/formula';
import type { Table } from '../../../../src/engine/report/report';
import { asOf } from '../../../support/circumstances';
import { datasetOf, serial, type DealRow } from '../../../support/dataset';
import { reference } from '../../../support/reference';
import { STAMP } from '../../../support/report';
import { WORLD_A_AS_OF, WORLD_A_STAGES, worldAOutcomes } from '../../../support/worldA';

interface WinCase {
  readonly name: string;
  readonly expected: Readonly<Record<'at_days' | 'cif_won' | 'se_won' | 'cif_lost', readonly number[]>>;
}
const whole = reference<WinCase>('world_A_pipeline').cases.find(
  ({ name }) => name === 'win CIF from creation, all',
)!.expected;

const RECORDS_FROM = '2024-01-01';
const { owner, created, days, cause } = worldAOutcomes();

/** world_A as an export of "deals closed since January" has it: what had closed before is missing, older open deals are not. */
const truncated = datasetOf(
  created.flatMap((day, i): DealRow[] => {
    const ended = day + days[i]!;
    if (cause[i] !== 0 && ended < serial(RECORDS_FROM)) return [];
    return [
      {
        id: `D${i}`,
        texts: { owner: owner[i]! },
        created: day,
        outcome: (['open', 'won', 'lost'] as const)[cause[i]!]!,
        ...(cause[i] !== 0 && { closed: ended }),
      },
    ];
  }),
  WORLD_A_STAGES,
  'none',
);
const found = (values: AssumptionValues) => runFunnel(truncated, values, asOf(WORLD_A_AS_OF)).value!;

describe('world_A without the deals that had closed before a day', () => {
  const at = whole.at_days.indexOf(180);

  it('is recognised, and its older deals are counted', () => {
    const { basis } = found({});
    expect(basis.recordsFrom! >= RECORDS_FROM && basis.recordsFrom! <= '2024-01-15').toBe(true);
    expect(basis.olderDeals).toBeGreaterThan(50);
    expect(basis.limits).toContain('recordsBegin');
  });

  it('has the incidence of the whole data within its error: older deals are at risk from that day on only', () => {
    const { won, lost } = found({ dealHorizonDays: 180 }).winIncidence;
    // Three of R's standard errors on all 900 deals; the truncated ones are fewer and so less sure.
    expect(Math.abs(won.estimate! - whole.cif_won[at]!)).toBeLessThan(3 * whole.se_won[at]!);
    expect(Math.abs(lost.estimate! - whole.cif_lost[at]!)).toBeLessThan(0.06);
    expect(won.low!).toBeLessThan(whole.cif_won[at]!);
    expect(won.high!).toBeGreaterThan(whole.cif_won[at]!);
  });

  it('taken for whole it promises more wins than there were, for losses come early', () => {
    const naive = found({ dealHorizonDays: 180, recordsDays: 36_520 }).winIncidence.won;
    const right = found({ dealHorizonDays: 180 }).winIncidence.won;
    expect(naive.estimate!).toBeGreaterThan(right.estimate!);
    expect(naive.estimate! - whole.cif_won[at]!).toBeGreaterThan(whole.se_won[at]!);
  });

  it('has cohorts without their early closes, which are old and not too young, and have no rate so far', () => {
    const finding = found({});
    const [first, ...others] = finding.cohorts;
    expect(first).toMatchObject({ incomplete: true, mature: false });
    expect(others.at(-1)).toMatchObject({ incomplete: false, mature: false });
    const blocks = describeFunnel(finding, initialValues(assumptions), STAMP).sheets.flatMap(
      (sheet) => sheet.blocks,
    );
    const notes = blocks.flatMap((block) => (block.block === 'note' ? [block.text] : []));
    expect(
      notes.filter((text) => text.includes(`that closed before ${finding.basis.recordsFrom} are missing`)),
    ).toHaveLength(1);
    const cohorts = blocks.find((b): b is Table => b.block === 'table' && b.id === 'cohorts')!;
    const cell = (row: number, id: string) =>
      valueOf(cohorts.rows.at(row)![cohorts.columns.findIndex((column) => column.id === id)]!);
    expect([cell(0, 'status'), cell(0, 'rate'), cell(0, 'soFar')]).toEqual([
      'Early closes are missing',
      null,
      null,
    ]);
    expect(cell(-1, 'status')).toMatch(/^Too young/);
    expect(cell(-1, 'soFar')).not.toBe(null);
  });
});
