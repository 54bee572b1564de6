import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  LIGHTS,
  ruleTexts,
  SIGNALS,
  whyText,
  windowWords,
  periodsIn,
} from '../../../engine/analyses/indicators/describe/words';
import { isPromoted } from '../../../engine/analyses/indicators/evidence';
import type { EvidenceLight, IndicatorFinding } from '../../../engine/analyses/indicators/finding';
import { MARK } from '../../charts/marks';
import { DASH, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import { periodText, shownIndicators, type Shown } from './shown';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  light: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  why: { ...typographyStyles.body1, margin: '0 0 8px', color: tokens.colorNeutralForeground1 },
  rule: { ...typographyStyles.caption1, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
});

const FILLS: Readonly<Record<EvidenceLight, string>> = {
  green: MARK.good,
  amber: MARK.bad,
  early: MARK.open,
  none: MARK.open,
  collecting: MARK.open,
};
/** Of those without evidence only the first are listed at once. */
const LISTED = 8;

/** Both lights of each indicator, the best evidence first; each opens to say why. */
export function Lights(shown: Shown) {
  const styles = useStyles();
  const { finding, result } = shown;
  const all = shownIndicators(shown);
  const promoted = all.filter(({ evidence }) => isPromoted(evidence));
  const others = all.filter(({ evidence }) => !isPromoted(evidence));
  const list = (of: readonly IndicatorFinding[], label: string) => (
    <ul className={styles.list} aria-label={label}>
      {of.map((one) => (
        <li key={one.name}>
          <Disclosure label={one.name} end={<Light light={one.evidence} />} flush>
            <p className={styles.why}>{whyText(one, finding.basis)}</p>
            <Numbers one={one} shown={shown} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
  return (
    <Section
      title={`What moves before ${result}`}
      lead="How sure each lead is. Open one to see why it has its light."
    >
      {promoted.length > 0 && list(promoted, 'Leads with evidence')}
      {others.length > 0 &&
        (promoted.length === 0 && others.length <= LISTED ? (
          list(others, 'Indicators without evidence')
        ) : (
          <Disclosure label={`${others.length} without evidence`} flush openAtFirst={promoted.length === 0}>
            {list(others, 'Indicators without evidence')}
          </Disclosure>
        ))}
      <Disclosure label="What the lights mean" flush>
        {ruleTexts(finding.basis).map((text) => (
          <p key={text} className={styles.rule}>
            {text}
          </p>
        ))}
      </Disclosure>
    </Section>
  );
}

function Light({ light }: { readonly light: EvidenceLight }) {
  const styles = useStyles();
  return (
    <span className={styles.light}>
      <svg width="12" height="12" aria-hidden="true">
        <circle cx="6" cy="6" r="5" fill={FILLS[light]} stroke={MARK.openEdge} />
      </svg>
      {LIGHTS[light]}
    </span>
  );
}

function Numbers({ one, shown }: { readonly one: IndicatorFinding; readonly shown: Shown }) {
  const { basis } = shown.finding;
  const { covers } = one;
  return (
    <DataTable
      label={`Numbers of ${one.name}`}
      headers={['Number', 'Value']}
      rows={[
        ['Lead', one.lag === null ? DASH : `${periodsIn(one.lag, basis)} before`],
        ['Plausible', windowWords(one.window, basis)],
        ['r, trend and season taken out', one.r === null ? DASH : one.r.toFixed(2)],
        ['Pairs', String(one.n)],
        [
          'Signal',
          one.signal === null ? DASH : `${SIGNALS[one.signal]}: ${share(one.chance)} reach the target`,
        ],
        [
          'Speaks of',
          covers === null
            ? DASH
            : covers.from === covers.to
              ? periodText(covers.from)
              : `${periodText(covers.from)} to ${periodText(covers.to)}`,
        ],
        ['People with the same sign', one.people.of === 0 ? DASH : `${one.people.agree} of ${one.people.of}`],
      ]}
    />
  );
}
