import { makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type {
  CompensationFinding,
  LineFinding,
  PlanFinding,
} from '../../../engine/analyses/compensation/finding';
import { sliceWords } from '../../../engine/analyses/compensation/sheet/sliceWords';
import { counted, date, DASH, money, percent } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '12px' },
  select: { minWidth: 0 },
});

const ALL = '';
/** Deals named behind a line. */
const FEW = 3;

interface Paid {
  readonly plan: PlanFinding;
  readonly line: LineFinding;
}

/** Who is paid what, and why: a row a person, and the lines of one. */
export function Payouts({ finding }: { readonly finding: CompensationFinding }) {
  const styles = useStyles();
  const [person, setPerson] = useState<string>();
  const [period, setPeriod] = useState(ALL);
  const paid = finding.plans
    .filter(({ alternativeTo }) => alternativeTo === null)
    .flatMap((plan) => plan.people.map((line): Paid => ({ plan, line })));
  const names = [...new Set(paid.map(({ line }) => line.person))];
  const shown = paid.filter(({ line }) => period === ALL || line.period === period);
  const sum = (lines: readonly Paid[], of: (line: LineFinding) => number): number =>
    lines.reduce((all, { line }) => all + of(line), 0);
  if (names.length === 0) return null;
  const rows = names.map((name) => {
    const own = shown.filter(({ line }) => line.person === name);
    const last = own.at(-1)?.line;
    return {
      name,
      payout: sum(own, (line) => line.payout),
      target: sum(own, (line) => line.target),
      attainment: own.length === 1 ? (last?.attainment ?? null) : null,
    };
  });
  const who = person ?? [...rows].sort((a, b) => b.payout - a.payout)[0]!.name;
  const lines = shown
    .filter(({ line }) => line.person === who)
    .flatMap((one) => linesOf(one, period === ALL));
  return (
    <>
      <Section title="Payouts" lead="Under the plans in force, by person.">
        <Select
          aria-label="Period of the payouts"
          value={period}
          onChange={(_, { value }) => setPeriod(value)}
        >
          <option value={ALL}>All periods so far</option>
          {finding.basis.periods.map(({ label, over }) => (
            <option key={label} value={label}>
              {over ? label : `${label}, not over yet`}
            </option>
          ))}
        </Select>
        <DataTable
          label="Payouts by person"
          headers={['Person', ...(period === ALL ? [] : ['Attainment']), 'Payout', 'Of target']}
          rows={rows.map(({ name, payout, target, attainment }) => [
            name,
            ...(period === ALL ? [] : [attainment === null ? DASH : percent(attainment)]),
            money(payout),
            target > 0 ? percent(payout / target) : DASH,
          ])}
        />
      </Section>
      <Section title="Why" lead="Each line of a payout, with the deals behind it.">
        <Select
          className={styles.select}
          aria-label="Person whose payout is explained"
          value={who}
          onChange={(_, { value }) => setPerson(value)}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
        <Lines label={`Payout of ${who}`} one="line" lines={lines} />
      </Section>
    </>
  );
}

/** The slices of a payout in words, with the deals that they come from. */
function linesOf({ plan, line }: Paid, withPeriod: boolean) {
  const say = sliceWords(plan.document);
  return line.slices
    .filter(({ amount }) => amount !== 0)
    .map((slice) => {
      const { deals } = slice;
      const named = deals.slice(0, FEW).map(({ id, day, amount }) => `${id}, ${date(day)}: ${money(amount)}`);
      return {
        name: `${withPeriod ? `${line.period}: ` : ''}${slice.component || plan.name}`,
        value: money(slice.amount),
        details: [
          say(slice),
          ...(named.length === 0
            ? []
            : [
                `${named.join('; ')}${deals.length > FEW ? `; and ${counted(deals.length - FEW, 'deal')} more` : ''}`,
              ]),
        ],
      };
    });
}
