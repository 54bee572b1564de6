import { formatNumber, formatValue } from '../../../report/formats';
import { counted } from '../../../report/phrases';
import { thresholdOfR } from '../../../stats/correlation';
import {
  AGREE_WORDS,
  AMBER_P,
  FULL,
  FULL_WITHOUT_SEASON,
  GREEN_CHANCE,
  GREEN_P,
  LEAST_PAIRS,
  RED_CHANCE,
  TESTED_PAIRS,
} from '../evidence';
import type {
  EvidenceLight,
  EvidenceReason,
  IndicatorFinding,
  IndicatorsFinding,
  SignalLight,
} from '../finding';

/** The lights and reasons in the words of the sheets and the pane. */
export const LIGHTS: Readonly<Record<EvidenceLight, string>> = {
  green: 'Green',
  amber: 'Amber',
  none: 'No evidence',
  early: 'Early',
  collecting: 'Collecting',
};
export const SIGNALS: Readonly<Record<SignalLight, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };

type Basis = IndicatorsFinding['basis'];
type Told = Pick<
  IndicatorFinding,
  'evidence' | 'reasons' | 'n' | 'pLag' | 'pFamily' | 'skill' | 'peakLag' | 'window' | 'people'
>;

/** "3 months", "1 week". */
export const periodsIn = (count: number, { grain }: Pick<Basis, 'grain'>): string => counted(count, grain);

/** "in 2 of 100 cases", "in 1 of 1,000 cases". */
export function outOf(p: number): string {
  const [cases, base] = p < 0.01 ? [p * 1000, 1000] : [p * 100, 100];
  const rounded = Math.max(1, Math.round(cases));
  return `in ${formatNumber(rounded, 0)} of ${formatNumber(base, 0)} cases`;
}

/** "1 to 4 months". */
export const windowWords = (
  { low, high }: IndicatorFinding['window'],
  basis: Pick<Basis, 'grain'>,
): string => (low === high ? periodsIn(low, basis) : `${low} to ${periodsIn(high, basis)}`);

const fullHistory = ({ grain, season }: Basis): number =>
  (season === 'none' ? FULL_WITHOUT_SEASON : FULL)[grain];

/** Why the light is no better, each with its number. */
function reason(of: EvidenceReason, told: Told, basis: Basis): string {
  const { n, pLag, pFamily, skill, peakLag, people, window } = told;
  switch (of) {
    case 'tooFewPairs':
      return `${periodsIn(n, basis)} can be compared so far; from ${LEAST_PAIRS} on something is shown`;
    case 'fewPairs': {
      const chance = thresholdOfR(n, 0.05);
      return `only ${periodsIn(n, basis)} can be compared; from ${TESTED_PAIRS} on it is tested${
        chance === null
          ? ''
          : ` (with so few, chance alone reaches up to ${formatNumber(chance, 2)} at a single lead)`
      }`;
    }
    case 'likelyChance':
      return `chance alone shows as much ${outOf(pLag ?? 1)} (at most ${AMBER_P * 100} are let through)`;
    case 'implausibleSign':
      return 'the two move the wrong way round';
    case 'shortHistory':
      return `there are fewer than ${fullHistory(basis)} complete ${basis.grain}s`;
    case 'familyChance':
      return `among all indicators looked at, chance shows as much ${outOf(pFamily ?? 1)} (green asks for at most ${GREEN_P * 100})`;
    case 'noSkill':
      return `tried on past ${basis.grain}s, it was off by ${formatValue(-(skill ?? 0), 'percent')} more than the best simple rule`;
    case 'skillUnknown':
      return `there are too few past ${basis.grain}s to try it on`;
    case 'peakOutside':
      return `the strongest link of all is at ${periodsIn(peakLag ?? 0, basis)}, outside the plausible ${windowWords(window, basis)}`;
    case 'peopleDisagree':
      return `only ${people.agree} of ${counted(people.of, 'person', 'people')} show the same sign`;
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Why an indicator has its light: the rule with the numbers of this one. */
export function whyText(told: Told, basis: Basis): string {
  const reasons = told.reasons.map((each) => reason(each, told, basis));
  const { evidence, pLag, pFamily, skill, people } = told;
  if (evidence !== 'amber' && evidence !== 'green') return sentence(reasons.join('; '));
  const chance = `Chance alone shows as much ${outOf(pLag ?? 1)}`;
  if (evidence === 'amber') return `${chance}. Not green: ${reasons.join('; ')}.`;
  const agree =
    people.of > 0
      ? `, and ${people.agree} of ${counted(people.of, 'person', 'people')} show the same sign`
      : '';
  return `${chance}, among all indicators looked at ${outOf(pFamily ?? 1)}; tried on past ${basis.grain}s, it was off by ${formatValue(skill ?? 0, 'percent')} less than the best simple rule${agree}.`;
}

/** The rules of both lights, in words. */
export const ruleTexts = (basis: Basis): readonly string[] => [
  `Evidence says how sure a lead is. Green: at least ${fullHistory(basis)} complete ${basis.grain}s, chance alone shows as much in at most ${AMBER_P * 100} of 100 cases and among all indicators looked at in at most ${GREEN_P * 100}, it foretells past ${basis.grain}s better than the best simple rule, the strongest link lies within the plausible lead, and where four people or more can be compared, ${AGREE_WORDS} of them show the same sign. Amber: at most ${AMBER_P * 100} of 100 cases and a plausible sign. Early: ${LEAST_PAIRS} to ${TESTED_PAIRS - 1} ${basis.grain}s. Collecting: fewer than ${LEAST_PAIRS}. Anything else is no evidence, which is not a bad sign.`,
  `Signal says what the indicator’s latest value means, and only where evidence is amber or green. Green: the result reaches its target in at least ${GREEN_CHANCE * 100} of 100 such cases. Red: in at most ${RED_CHANCE * 100}. Amber: in between.`,
];
