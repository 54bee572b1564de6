import { heading, note } from '../../../report/blocks';
import { dayOfIso, monthIndexOf } from '../../../core/day';
import type { Block, ReportSheet } from '../../../report/report';
import type { PayFinding } from '../finding';
import { effectiveComponents } from '../plan';
import { componentTable } from './componentTable';
import { isExpressible } from './expressible';
import { payRows } from './payTable';
import { planCells } from './planCells';
import { totalsTable } from './totals';

/** Payouts by person and period: the sums first, then how each component comes to its pay, live over plan, quota and credit. */
export function payoutSheet(finding: PayFinding): ReportSheet {
  const { plans, basis } = finding;
  const cells = planCells(finding);
  const yearOf = planYears(basis);
  const blocks = plans.flatMap((plan, p): readonly Block[] => {
    if (plan.alternativeTo !== null || plan.people.length === 0) return [];
    const components = effectiveComponents(plan.document);
    const rows = payRows(plan, p, components);
    return [
      heading(plan.name),
      totalsTable(plan, p, components, cells),
      ...components.flatMap((component, c): readonly Block[] => {
        const written = plan.document.components[c]!;
        if (rows[c]!.length === 0)
          return [heading(component.name, 2), note('Its period is not over yet: nothing is due so far.')];
        return [
          heading(`${plan.name}: ${component.name}`, 2),
          componentTable(p, c, { component, written, cells }, rows[c]!, yearOf),
        ];
      }),
    ];
  });
  const values = plans.some(
    (plan) => plan.alternativeTo === null && !effectiveComponents(plan.document).every(isExpressible),
  );
  return {
    id: 'payout',
    title: 'Payout',
    shows: 'What each person is paid in each period, and how it comes about',
    orientation: 'landscape',
    blocks: [
      {
        block: 'note',
        tone: 'plain',
        onSheetsOnly: true,
        text: 'Everything here is live: change a rate on the sheet Leadline Plan, or a quota or a credit in the tables below, and the payouts follow.',
      },
      ...(values
        ? [
            note(
              'Columns that say “a value” are worked out deal by deal, or from a table too long for a formula. They change on the next run.',
            ),
          ]
        : []),
      ...blocks,
    ],
  };
}

/** The plan year of a period, by its label. */
function planYears({ periods, yearStartMonth }: PayFinding['basis']): (period: string) => number {
  const years = new Map(
    periods.map(({ label, start }) => {
      const day = dayOfIso(start);
      return [label, day === undefined ? 0 : Math.floor((monthIndexOf(day) - (yearStartMonth - 1)) / 12)];
    }),
  );
  return (period) => years.get(period) ?? 0;
}
