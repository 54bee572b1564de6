import { daysBetween } from '../../../engine/analyses/funnel/describe/phrases';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { count, counted, DASH, interval, rate } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { HowSure } from '../../parts/HowSure';
import { intervalMeans, ofDecided } from './sure';

/** The few numbers to remember, each with its interval and the deals it rests on. */
export function KeyFigures({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const { winRate, wonWithinHorizon, daysToWin, outcomes, basis } = funnel;
  const figures = [
    {
      label: 'Win rate',
      value: rate(winRate, minimum),
      details: [interval(winRate), `of ${counted(winRate.n, 'decided deal')}`],
    },
    {
      label: `Won in ${counted(basis.dealHorizonDays, 'day')}`,
      value: rate(wonWithinHorizon, minimum),
      details: [interval(wonWithinHorizon), `of ${counted(wonWithinHorizon.n, 'deal')}`],
    },
    {
      label: 'Days to win',
      value: daysToWin.median === null ? DASH : count(daysToWin.median),
      details: [
        daysToWin.q25 === null || daysToWin.q75 === null
          ? 'no deal won yet'
          : `half: ${daysBetween(Math.round(daysToWin.q25), Math.round(daysToWin.q75))}`,
        `of ${counted(outcomes.won, 'won deal')}`,
      ],
    },
    {
      label: 'Open deals',
      value: count(outcomes.open),
      details: [
        `of ${counted(basis.opportunities, 'deal')}`,
        `${count(outcomes.won)} won, ${count(outcomes.lost)} lost`,
      ],
    },
  ];
  return (
    <div>
      <FigureCards figures={figures} />
      <HowSure
        sentences={[
          ofDecided(winRate.n),
          `Won in ${counted(basis.dealHorizonDays, 'day')}: of the deals created at least so long ago; lost and open ones are in the number. Interval by Wilson’s method.`,
          'Days to win: the middle half of the won deals. Deals that are still open may take longer.',
          intervalMeans(funnel),
        ]}
      />
    </div>
  );
}
