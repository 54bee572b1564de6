import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import { testText } from '../../../engine/analyses/funnel/describe/groupTest';
import type { PersonActivity, TypeRatio } from '../../../engine/analyses/funnel/activityRatios';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import type { PersonFinding, PeopleSummary } from '../../../engine/analyses/funnel/people';
import { IntervalPlot } from '../../charts/IntervalPlot';
import { count, counted, DASH, days, decimal, interval, money, rate, share } from '../../format';
import { Facts } from '../../parts/Facts';
import { Figure } from '../../parts/Figure';
import { HowSure } from '../../parts/HowSure';
import { Section } from '../../parts/Section';
import { OpenDeals } from './OpenDeals';
import { intervalMeans, ofDecided, POOLED } from './sure';

const MOST_DRAWN = 25;
const COMPANY = '';

/** People against the company, and a page for each. */
export function PeopleSection({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const [chosen, setChosen] = useState(COMPANY);
  const { people, peopleSummary: summary } = funnel;
  if (!summary || people.length === 0) return null;
  const person = people.find((p) => p.person === chosen);
  return (
    <Section title="People" lead={verdict(summary, funnel)}>
      <Select
        aria-label="Person"
        value={person?.person ?? COMPANY}
        onChange={(_, { value }) => setChosen(value)}
      >
        <option value={COMPANY}>Everybody</option>
        {people.map(({ person: name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      {person ? (
        <PersonPage key={person.person} person={person} summary={summary} funnel={funnel} minimum={minimum} />
      ) : (
        <Everybody funnel={funnel} summary={summary} minimum={minimum} />
      )}
    </Section>
  );
}

function verdict({ test, bands, company }: PeopleSummary, { basis, people }: FunnelFinding): string {
  const apart = people.filter((p) => p.setApart).length;
  return [
    testText(test, 'People’s win rates', basis.confidence, company),
    ...(test.differ
      ? [
          `${counted(bands.A, 'person', 'people')} probably above, ${count(bands.C)} probably below, ${count(bands.B)} whose difference could be chance.`,
        ]
      : test.method === 'none'
        ? []
        : ['Nobody is ranked.']),
    ...(apart > 0 ? [`${counted(apart, 'owner')} set apart: not of the same kind as the others.`] : []),
  ].join(' ');
}

interface PeopleShown {
  readonly funnel: FunnelFinding;
  readonly summary: PeopleSummary;
  readonly minimum: number;
}

function Everybody({ funnel, summary, minimum }: PeopleShown) {
  const { people } = funnel;
  const rateOf = ({ x, n, raw, low, high }: PersonFinding) => ({ x, n, estimate: raw, low, high });
  return (
    <Figure
      label="Win rate by person"
      headers={['Person', 'Won', 'Decided', 'Win rate', 'Interval', 'Judged together', 'Band', 'Open']}
      rows={people.map((p) => [
        p.person,
        count(p.x),
        count(p.n),
        rate(rateOf(p), minimum),
        interval(p),
        share(p.pooled.estimate),
        p.setApart ? 'set apart' : (p.band ?? DASH),
        count(p.open),
      ])}
      note={people.length > MOST_DRAWN ? `The ${count(MOST_DRAWN)} with the most deals.` : undefined}
      sure={[ofDecided(summary.company.n), POOLED, rule(summary), intervalMeans(funnel)]}
    >
      <IntervalPlot
        label="Win rate by person"
        minimum={minimum}
        rows={people.slice(0, MOST_DRAWN).map((p) => ({ name: p.person, rate: rateOf(p) }))}
      />
    </Figure>
  );
}

const rule = ({ certainty }: PeopleSummary): string =>
  `Band A is probably above the company, C probably below: only where people differ beyond chance at all, and with at least ${share(certainty)} probability each.`;

/** A person against the company: rates, ratios from step to step, what closing a gap would be worth, open deals that age. */
function PersonPage({ person, summary, funnel, minimum }: PeopleShown & { readonly person: PersonFinding }) {
  const { company } = summary;
  const { steps } = funnel.formula ?? { steps: [] };
  const own = { x: person.x, n: person.n, estimate: person.raw, low: person.low, high: person.high };
  const aged = funnel.ageing.deals.filter(
    (deal) => deal.owner === person.person && deal.standing !== 'usual',
  );
  return (
    <>
      <Facts
        facts={[
          ['Win rate', `${rate(own, minimum)} (${interval(own)})`],
          ['Company', `${rate(company, minimum)} (${interval(company)})`],
          ['Judged together with the others', share(person.pooled.estimate)],
          ['Against the company', standing(person)],
          ...(person.place ? [['Place', placeText(person.place)] as const] : []),
          ['Deals created', count(person.created)],
          ['Open now', count(person.open)],
          ['Median days to win', days(person.medianDaysToWin)],
          ...(person.amounts ? [['Amount won', money(person.amounts.won)] as const] : []),
          ...(person.worth ? [['At the company’s win rate', worthText(person.worth)] as const] : []),
        ]}
      />
      {steps.length > 0 && person.steps.length > 0 && (
        <Figure
          label={`${person.person}, step by step`}
          headers={['Step', 'Person', 'Interval', 'Company', 'Closing the gap']}
          rows={steps.map((step, i) => {
            const of = person.steps[i]!;
            return [
              `${step.from} → ${step.to}`,
              rate(of, minimum),
              interval(of),
              share(step.company.estimate),
              of.worth ? worthText(of.worth) : DASH,
            ];
          })}
          sure={[
            'Each step: of what came as far as the first, how much came as far as the second. Only decided deals count, by Wilson’s interval.',
            'A gap has a worth only where it is probably there: the company’s rate less the person’s, judged together with the others, times what passes through.',
            intervalMeans(funnel),
          ]}
        >
          <IntervalPlot
            label={`${person.person}, step by step`}
            minimum={minimum}
            rows={steps.map((step, i) => ({ name: `→ ${step.to}`, rate: person.steps[i]! }))}
          />
        </Figure>
      )}
      {person.activities.length > 0 && (
        <Facts
          facts={person.activities.map((activity) => [
            activity.type,
            activityText(
              activity,
              funnel.formula?.ratios.find(({ type }) => type === activity.type),
            ),
          ])}
        />
      )}
      {aged.length > 0 && <OpenDeals label={`Open deals of ${person.person} that age`} deals={aged} />}
      <HowSure sentences={[ofDecided(person.n), POOLED, rule(summary), intervalMeans(funnel)]} />
    </>
  );
}

function standing({ setApart, standing: where, n, band }: PersonFinding): string {
  if (setApart) return 'not comparable';
  if (n === 0) return 'nothing decided yet';
  if (band === null) return 'not comparable';
  return { above: 'probably above', below: 'probably below', unclear: 'the difference could be chance' }[
    where
  ];
}

/** "120, 2 for a new deal (1.6 to 2.6; company 3.4): probably fewer; 4.5 more wins". */
function activityText(activity: PersonActivity, company: TypeRatio | undefined): string {
  const { count: n, perNewDeal, low, high, standing: where, worth } = activity;
  if (perNewDeal === null || low === null || high === null) return count(n);
  const against = company?.perNewDeal ? `; company ${decimal(company.perNewDeal)}` : '';
  const reading = { above: ': probably fewer', below: ': probably more', unclear: '' }[where];
  return `${count(n)}, ${decimal(perNewDeal)} for a new deal (${decimal(low)} to ${decimal(high)}${against})${reading}${worth ? `; at the company’s ratio ${worthText(worth)}` : ''}`;
}

const placeText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? count(from) : `${count(from)} to ${count(to)}`;

const worthText = ({ wins, amount }: { readonly wins: number; readonly amount: number | null }): string =>
  `${decimal(wins)} more wins${amount === null ? '' : `, ${money(amount)}`}`;
