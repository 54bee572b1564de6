import { ofResult } from '../../../engine/analyses/indicators/describe/lights';
import { periodsIn } from '../../../engine/analyses/indicators/describe/words';
import { isPromoted } from '../../../engine/analyses/indicators/evidence';
import { count, DASH, percent } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { periodText, spanText, valueText, type OfResult } from './shown';

const TARGET_FROM = {
  given: 'as you set it',
  quotas: 'from the quotas',
  usual: 'what was usual in the last year',
} as const;

/** How many lead, and what is to come next. */
export function Figures({ finding, result }: OfResult) {
  const { basis, ahead } = finding;
  const looked = ofResult(finding, result.name);
  const leads = looked.filter(({ evidence }) => isPromoted(evidence));
  const next = ahead.find((one) => one.result === result.name);
  return (
    <FigureCards
      figures={[
        {
          label: 'Leads found',
          value: count(leads.length),
          details: [
            `of ${count(looked.length)} indicators looked at`,
            `${periodsIn(basis.periods, basis)}, ${spanText(basis)}`,
          ],
        },
        {
          label: next ? `${result.name} in ${periodText(next.period)}` : result.name,
          value: next ? valueText(result.kind, next.estimate) : DASH,
          details: next
            ? [
                `${valueText(result.kind, next.low)} to ${valueText(result.kind, next.high)}, ${percent(basis.confidence)} sure`,
                `target ${valueText(result.kind, next.target)}, ${TARGET_FROM[result.targetSource]}`,
                `chance to reach it ${percent(next.chance)}`,
              ]
            : [],
        },
      ]}
    />
  );
}
