import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ofResult } from '../../../engine/analyses/indicators/describe/lights';
import {
  LIGHTS,
  outOf,
  periodsIn,
  ruleTexts,
  SIGNALS,
  whyText,
  windowWords,
} from '../../../engine/analyses/indicators/describe/words';
import { isPromoted } from '../../../engine/analyses/indicators/evidence';
import type {
  EvidenceLight,
  IndicatorFinding,
  IndicatorsFinding,
} from '../../../engine/analyses/indicators/finding';
import { counted, DASH, decimal, hundredths, percent } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { Facts } from '../../parts/Facts';
import { Light, type Tone } from '../../parts/Light';
import { Section } from '../../parts/Section';
import { Text } from '../../parts/Text';
import { spanText, valueText, periodText, type OfResult } from './shown';

const TONES: Readonly<Record<EvidenceLight, Tone>> = {
  green: 'green',
  amber: 'amber',
  early: 'off',
  none: 'off',
  collecting: 'off',
};

const useStyles = makeStyles({
  name: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'start' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  body: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Both lights of every indicator; one that is opened says why it has them. */
export function Lights({ finding, result }: OfResult) {
  const styles = useStyles();
  const all = ofResult(finding, result.name);
  const leads = all.filter(({ evidence }) => isPromoted(evidence));
  const others = all.filter(({ evidence }) => !isPromoted(evidence));
  const show = (one: IndicatorFinding) => <Indicator key={one.name} one={one} finding={finding} />;
  return (
    <Section
      title={`What moves before ${result.name}`}
      lead="Evidence says how sure a lead is, signal what its latest value means. Open one to see why it has its lights."
    >
      <div>
        {leads.length === 0 && (
          <Text look="small">
            No indicator has shown itself as a lead so far. That is no bad sign: with time more can be seen.
          </Text>
        )}
        {leads.map(show)}
        {others.length > 0 && (
          <Disclosure
            label={
              leads.length === 0
                ? 'All indicators looked at'
                : 'Those that have not shown themselves as a lead'
            }
            end={others.length}
            openAtFirst={leads.length === 0}
            flush
          >
            {others.map(show)}
          </Disclosure>
        )}
        <Disclosure label="The rules of both lights" flush>
          <div className={styles.body}>
            {ruleTexts(finding.basis).map((text) => (
              <Text key={text} look="small">
                {text}
              </Text>
            ))}
          </div>
        </Disclosure>
      </div>
    </Section>
  );
}

function Indicator(props: { readonly one: IndicatorFinding; readonly finding: IndicatorsFinding }) {
  const styles = useStyles();
  const { one, finding } = props;
  const { basis } = finding;
  return (
    <Disclosure
      label={
        <span className={styles.name}>
          <span>{one.name}</span>
          {one.signal !== null && (
            <span className={styles.detail}>
              <Light tone={one.signal} word={`Signal: ${SIGNALS[one.signal].toLowerCase()}`} />
            </span>
          )}
          {one.lag !== null && isPromoted(one.evidence) && (
            <span className={styles.detail}>
              {periodsIn(one.lag, basis)} before
              {one.covers && `, speaks of ${spanText(one.covers)}`}
            </span>
          )}
        </span>
      }
      end={<Light tone={TONES[one.evidence]} word={LIGHTS[one.evidence]} />}
    >
      <div className={styles.body}>
        <Text look="small">
          <strong>Why this light?</strong> {whyText(one, basis)}
        </Text>
        <Facts facts={factsOf(one, finding)} />
      </div>
    </Disclosure>
  );
}

type FactLine = readonly [term: string, value: string];

function factsOf(one: IndicatorFinding, { basis, results }: IndicatorsFinding): readonly FactLine[] {
  const { window, people, stability, latest } = one;
  const given = <T,>(value: T | null, tell: (known: T) => FactLine): readonly FactLine[] =>
    value === null ? [] : [tell(value)];
  const chances = (p: number): string => outOf(p);
  return [
    ['Plausible lead', windowWords(window, basis)],
    ...given(one.lag, (lag): FactLine => ['Lead shown', periodsIn(lag, basis)]),
    ...given(one.firstLag, (lag): FactLine => ['First lead that stands out', periodsIn(lag, basis)]),
    ...(one.peakLag !== null && one.peakLag !== one.lag
      ? [['Strongest of all at', periodsIn(one.peakLag, basis)] as const]
      : []),
    ...given(one.r, (r): FactLine => ['r, trend and season taken out', hundredths(r)]),
    ...given(one.plain, (r): FactLine => [
      'Plain r, and of ranks',
      `${hundredths(r)}, ${one.rho === null ? DASH : hundredths(one.rho)}`,
    ]),
    ['Pairs', `${one.n}${one.nEff === null ? '' : `, worth ${decimal(one.nEff)}`}`],
    ...given(one.pLag, (p): FactLine => ['Chance shows as much', chances(p)]),
    ...given(one.pFamily, (p): FactLine => ['among all indicators', chances(p)]),
    ...given(one.granger, ({ order, f, p }): FactLine => [
      `Granger’s F, order ${order} (decides nothing)`,
      `${decimal(f)}, p ${p < 0.001 ? 'below 0.001' : p.toFixed(3)}`,
    ]),
    ...given(one.skill, (skill): FactLine => ['Better than the best simple rule by', percent(skill)]),
    ...(people.of > 0 ? [['People with the same sign', `${people.agree} of ${people.of}`] as const] : []),
    ...(stability && stability.windows > 1
      ? [['Changes of sign over time', counted(stability.flips, 'time')] as const]
      : []),
    ...given(latest, ({ period, value }): FactLine => [
      `Latest value, ${periodText(period)}`,
      valueText(one.kind, value),
    ]),
    ...given(one.chance, (chance): FactLine => [
      `${results.find(({ name }) => name === one.result)?.name ?? 'Result'} reaches its target`,
      percent(chance),
    ]),
  ];
}
