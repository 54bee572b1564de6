import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/indicators/assumptions';
import { isPromoted } from '../../../engine/analyses/indicators/evidence';
import type { IndicatorsFinding } from '../../../engine/analyses/indicators/finding';
import { counted, DASH, share } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { AnalysisPage } from '../AnalysisPage';
import { Ahead } from './Ahead';
import { BlitzLever } from './BlitzLever';
import { LagScatter } from './LagScatter';
import { Lights } from './Lights';
import { OwnIndicators } from './OwnIndicators';
import { PeopleSection } from './PeopleSection';
import { periodText, valueText } from './shown';

/** The levers stand beside what they move. */
const shownAssumptions = assumptions.filter(({ id }) => id !== 'blitzDays' && id !== 'blitzPerDay');

/** What moves before results, and what that says of the months ahead. */
export function IndicatorsPage() {
  return (
    <AnalysisPage
      id="indicators"
      title="Leading indicators"
      invitation="Press Run to see what moves before your results, and what it says of the months ahead."
      assumptions={shownAssumptions}
      beforeLimits={(finding) => <Figures finding={finding} />}
      result={(finding) => <Result finding={finding} />}
      withoutResult="There is no result with a history to look ahead to. Add deals with close dates, or a sheet of results by month."
    />
  );
}

function Figures({ finding }: { readonly finding: IndicatorsFinding }) {
  const { indicators, results, ahead, basis } = finding;
  const promoted = indicators.filter(({ evidence }) => isPromoted(evidence));
  const green = promoted.filter(({ evidence }) => evidence === 'green').length;
  return (
    <FigureCards
      figures={[
        {
          label: 'Leads with evidence',
          value: counted(promoted.length, 'lead'),
          details: [`of ${indicators.length} looked at`, `${green} green, ${promoted.length - green} amber`],
        },
        ...results.flatMap(({ name, kind }) => {
          const next = ahead.find(({ result }) => result === name);
          return next
            ? [
                {
                  label: `${name}, ${periodText(next.period)}`,
                  value: valueText(kind, next.estimate),
                  details: [
                    `${valueText(kind, next.low)}${DASH}${valueText(kind, next.high)}, ${share(basis.confidence)} interval`,
                    `target ${valueText(kind, next.target)}: ${share(next.chance)} of such cases`,
                  ],
                },
              ]
            : [];
        }),
      ]}
    />
  );
}

function Result({ finding }: { readonly finding: IndicatorsFinding }) {
  const [chosen, setChosen] = useState<string>();
  const first = finding.results[0]?.name ?? '';
  const result = finding.results.some(({ name }) => name === chosen) ? chosen! : first;
  const shown = { finding, result };
  return (
    <>
      {finding.results.length > 1 && (
        <Field label="Result to look ahead to">
          <Select value={result} onChange={(_, { value }) => setChosen(value)}>
            {finding.results.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
      )}
      <Lights {...shown} />
      <Ahead {...shown} />
      <LagScatter key={result} {...shown} />
      <BlitzLever {...shown} />
      <PeopleSection {...shown} />
      <OwnIndicators {...shown} />
    </>
  );
}
