import { useMemo, useState } from 'react';
import { ofResult } from '../../../engine/analyses/indicators/describe/lights';
import { periodsIn, windowWords } from '../../../engine/analyses/indicators/describe/words';
import { LEAST_PAIRS } from '../../../engine/analyses/indicators/evidence';
import type { IndicatorFinding } from '../../../engine/analyses/indicators/finding';
import { scatterOf } from '../../../engine/analyses/indicators/scatter';
import { ScatterChart } from '../../charts/ScatterChart';
import { DASH, hundredths } from '../../format';
import { Choice } from '../../parts/Choice';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { Slider } from '../../parts/Slider';
import { Text } from '../../parts/Text';
import { inUnits, periodText, valueText, type OfResult } from './shown';

/** A lead of any length, looked at as points: an indicator then against the result later. */
export function LagExplorer({ finding, result }: OfResult) {
  const shown = ofResult(finding, result.name).filter(({ plainByLag }) => plainByLag.length > 0);
  const [wanted, want] = useState<string>();
  const one = shown.find(({ name }) => name === wanted) ?? shown[0];
  return (
    <Section
      title="Look at any lead"
      lead="Each point is a period of the result beside the indicator’s value of so many periods before."
    >
      {one ? (
        <>
          <Choice
            label="Indicator"
            value={one.name}
            choices={shown.map(({ name }) => name)}
            onChange={want}
          />
          <Explored key={one.name} one={one} finding={finding} result={result} />
        </>
      ) : (
        <Text look="small">
          From {periodsIn(LEAST_PAIRS, finding.basis)} on that can be compared something is shown.
        </Text>
      )}
    </Section>
  );
}

function Explored({ one, finding, result }: OfResult & { readonly one: IndicatorFinding }) {
  const found = one.lag ?? one.window.low;
  const [lag, setLag] = useState(found);
  const { points, kinds, plain, r, line } = useMemo(() => scatterOf(finding, one, lag), [finding, one, lag]);
  const { basis } = finding;
  const lead = `${periodsIn(lag, basis)} before`;
  const label = `${one.name}, ${lead}, and ${result.name}`;
  const inWindow = lag >= one.window.low && lag <= one.window.high;
  return (
    <>
      <Slider
        label="Lead"
        min={0}
        max={one.plainByLag.length - 1}
        value={lag}
        usual={found}
        isMoved={lag !== found}
        shown={(value) => periodsIn(value, basis)}
        onChange={setLag}
        onReset={() => setLag(found)}
      />
      <Figure
        label={label}
        headers={[result.name, 'In', one.name, 'In the period']}
        rows={points.map((point) => [
          periodText(point.period),
          valueText(kinds.y, point.y),
          valueText(kinds.x, point.x),
          periodText(point.from),
        ])}
        note={`As if every ${basis.grain} had as many business days as a usual one.`}
      >
        <ScatterChart
          label={label}
          across={`${one.name}, ${lead}`}
          points={points.map((point) => ({
            told: `${periodText(point.from)}: ${valueText(kinds.x, point.x)}; ${periodText(point.period)}: ${valueText(kinds.y, point.y)}`,
            x: inUnits(kinds.x, point.x),
            y: inUnits(kinds.y, point.y),
          }))}
          line={line}
        />
      </Figure>
      <Text look="small" role="status">
        {`r ${r === null ? DASH : hundredths(r)} once trend, season and memory are taken out; ${
          plain === null ? DASH : hundredths(plain)
        } of the points as they are; ${points.length} pairs. ${
          inWindow
            ? `Within the plausible lead of ${windowWords(one.window, basis)}.`
            : `Outside the plausible lead of ${windowWords(one.window, basis)}: looked at, not tested.`
        }`}
      </Text>
    </>
  );
}
