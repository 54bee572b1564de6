import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/indicators/assumptions';
import { Choice } from '../../parts/Choice';
import { AnalysisPage } from '../AnalysisPage';
import { Ahead } from './Ahead';
import { BlitzDays, blitzAssumptions } from './BlitzDays';
import { Figures } from './Figures';
import { LagExplorer } from './LagExplorer';
import { Lights } from './Lights';
import { OwnIndicators } from './OwnIndicators';
import { People } from './People';
import type { Shown } from './shown';

/** Those of the blitz stand beside what they move. */
const blitzIds: ReadonlySet<string> = new Set(blitzAssumptions.map(({ id }) => id));
const shown = assumptions.filter(({ id }) => !blitzIds.has(id));

/** What moves before results, how sure that is, and what it says of the months ahead. */
export function IndicatorsPage() {
  return (
    <AnalysisPage
      id="indicators"
      title="Leading indicators"
      invitation="Press Run to see what moves before your results."
      assumptions={shown}
      result={(finding) => <Result finding={finding} />}
      withoutResult="There is nothing to compare yet: a result (wins, or a sheet of results) and something that may move before it (activities, or deals with their history)."
    />
  );
}

function Result({ finding }: Shown) {
  const [wanted, want] = useState<string>();
  const { results } = finding;
  const result = results.find(({ name }) => name === wanted) ?? results[0];
  if (!result) return null;
  const of = { finding, result };
  return (
    <>
      {results.length > 1 && (
        <Choice
          label="Result"
          value={result.name}
          choices={results.map(({ name }) => name)}
          onChange={want}
        />
      )}
      <Figures {...of} />
      <Lights {...of} />
      <LagExplorer key={result.name} {...of} />
      <Ahead {...of} />
      <BlitzDays {...of} />
      <People {...of} />
      <OwnIndicators finding={finding} />
    </>
  );
}
