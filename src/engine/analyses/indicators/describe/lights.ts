import { live, thisRow, type Part } from '../../../report/formula';
import { counted } from '../../../report/phrases';
import type { CellContent, ConditionalFormat, Table } from '../../../report/report';
import { GREEN_CHANCE, RED_CHANCE } from '../evidence';
import type { EvidenceLight, IndicatorFinding, IndicatorsFinding } from '../finding';
import { LIGHTS, SIGNALS, whyText } from './words';
import { leadName } from './pairs';

const RANK: Readonly<Record<EvidenceLight, number>> = {
  green: 0,
  amber: 1,
  early: 2,
  none: 3,
  collecting: 4,
};

/** The indicators of a result, the best evidence first. */
export const ofResult = ({ indicators }: IndicatorsFinding, result: string): readonly IndicatorFinding[] =>
  indicators
    .filter((one) => one.result === result)
    .sort(
      (a, b) =>
        RANK[a.evidence] - RANK[b.evidence] ||
        (a.pLag ?? 1) - (b.pLag ?? 1) ||
        Math.abs(b.r ?? 0) - Math.abs(a.r ?? 0),
    );

/** "=IF(chance="","",IF(chance>=0.7,"Green",…))" over the cell of a chance. */
export const signalParts = (chance: Part): readonly Part[] => [
  'IF(',
  chance,
  '="","",IF(',
  chance,
  `>=${GREEN_CHANCE},"${SIGNALS.green}",IF(`,
  chance,
  `<=${RED_CHANCE},"${SIGNALS.red}","${SIGNALS.amber}")))`,
];

/** Colours of a column that holds a signal. */
export const signalFlags = (column: string): readonly ConditionalFormat[] => [
  { rule: 'flagWhere', column, value: SIGNALS.green, tone: 'good' },
  { rule: 'flagWhere', column, value: SIGNALS.amber, tone: 'warn' },
  { rule: 'flagWhere', column, value: SIGNALS.red, tone: 'bad' },
];

/** Both lights of every indicator of a result. `chanceOf` gives the live chance of a promoted one. */
export function lightsTable(
  id: string,
  finding: IndicatorsFinding,
  result: string,
  chanceOf: (one: IndicatorFinding) => CellContent,
): Table {
  const { basis } = finding;
  const Periods = basis.grain === 'month' ? 'Months' : 'Weeks';
  return {
    block: 'table',
    id,
    key: 'indicator',
    columns: [
      { id: 'indicator', header: 'Indicator', format: 'text', width: 42 },
      { id: 'evidence', header: 'Evidence', format: 'text', width: 13 },
      { id: 'signal', header: 'Signal', format: 'text' },
      {
        id: 'lag',
        header: `${Periods} before`,
        format: 'integer',
        note: 'The lead at which the two move together most, within the plausible ones.',
      },
      {
        id: 'r',
        header: 'r',
        format: 'decimal',
        note: 'Correlation at that lead, of what trend, yearly pattern and memory leave of both series.',
      },
      { id: 'n', header: 'Pairs', format: 'integer', note: `${Periods} that can be compared at that lead.` },
      {
        id: 'chance',
        header: 'Reaches the target',
        format: 'percent',
        note: 'Chance that the result reaches its target in the last of the months covered, by the latest value of the indicator. Live: it follows the target on the Inputs sheet.',
      },
      {
        id: 'covers',
        header: `${Periods} covered`,
        format: 'text',
        width: 19,
        note: 'The coming periods about which values of the indicator that are known today already speak.',
      },
      { id: 'why', header: 'Why this light', format: 'text', wrap: true, width: 72 },
    ],
    rows: ofResult(finding, result).map((one) => [
      one.name,
      LIGHTS[one.evidence],
      one.signal === null ? null : live(SIGNALS[one.signal], ...signalParts(thisRow('chance'))),
      one.lag,
      one.r,
      one.n,
      chanceOf(one),
      one.covers &&
        (one.covers.from === one.covers.to ? one.covers.from : `${one.covers.from} to ${one.covers.to}`),
      whyText(one, basis),
    ]),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'evidence', value: LIGHTS.green, tone: 'good' },
      { rule: 'flagWhere', column: 'evidence', value: LIGHTS.amber, tone: 'warn' },
      ...signalFlags('signal'),
      { rule: 'muteRowWhere', column: 'evidence', value: LIGHTS.none },
      { rule: 'muteRowWhere', column: 'evidence', value: LIGHTS.collecting },
    ],
  };
}

function stabilityText({ stability }: IndicatorFinding): string | null {
  if (!stability || stability.windows < 2) return null;
  const { windows, flips } = stability;
  return flips === 0
    ? `r has the same sign in all ${windows} stretches of twelve`
    : `r changes its sign ${counted(flips, 'time')} over ${windows} stretches of twelve`;
}

/** The numbers that the lights rest on, for whoever wants to check them. */
export function numbersTable(finding: IndicatorsFinding): Table {
  const { results } = finding;
  return {
    block: 'table',
    id: 'leadNumbers',
    key: 'lead',
    columns: [
      { id: 'lead', header: 'Lead', format: 'text', width: 42 },
      {
        id: 'p',
        header: 'p over leads',
        format: 'decimal',
        width: 13,
        note: 'How often chance alone shows as much at some plausible lead (bootstrap, adjustment and filter run again in every draw).',
      },
      {
        id: 'family',
        header: 'p over all',
        format: 'decimal',
        note: 'The same over all indicators of this result at once (Westfall and Young).',
      },
      {
        id: 'q',
        header: 'q',
        format: 'decimal',
        note: 'Of the indicators with this q or a lower one, about that share is to be expected to be chance (Benjamini and Hochberg).',
      },
      {
        id: 'plain',
        header: 'Plain r',
        format: 'decimal',
        note: 'Pearson’s r of the two series as they are, at the lead shown: trend and season make it look better than it is.',
      },
      { id: 'rho', header: 'Spearman', format: 'decimal', note: 'The same of ranks.' },
      {
        id: 'nEff',
        header: 'Pairs worth',
        format: 'decimal',
        width: 13,
        note: 'As many independent pairs tell as much (Bartlett).',
      },
      {
        id: 'skill',
        header: 'Better than rules',
        format: 'percent',
        note: 'Out of sample: 1 − its mean absolute error ÷ that of the best of mean, last value, a year before and trend.',
      },
      {
        id: 'granger',
        header: 'Granger p',
        format: 'decimal',
        note: 'Granger’s F test with an order that reaches the lead, of what trend and yearly pattern leave: whether the indicator’s past says more of the result than the result’s own past. It decides nothing.',
      },
      {
        id: 'stability',
        header: 'Stability',
        format: 'text',
        width: 72,
        note: 'How often r changes its sign from one stretch of twelve pairs to the next.',
      },
    ],
    rows: results.flatMap(({ name }) =>
      ofResult(finding, name).map((one): readonly CellContent[] => [
        leadName(one),
        one.pLag,
        one.pFamily,
        one.q,
        one.plain,
        one.rho,
        one.nEff,
        one.skill,
        one.granger?.p ?? null,
        stabilityText(one),
      ]),
    ),
  };
}

/** What |r| at a single lead chance stays below in 95 of 100 cases: live over the number of pairs. */
export function chanceTable({ basis: { thresholds } }: IndicatorsFinding): Table {
  const t: readonly Part[] = ['T.INV.2T(0.05,', thisRow('pairs'), '-2)'];
  return {
    block: 'table',
    id: 'leadChance',
    key: 'pairs',
    columns: [
      { id: 'pairs', header: 'Pairs', format: 'integer', width: 42 },
      {
        id: 'r',
        header: '|r| below',
        format: 'decimal',
        width: 13,
        note: 't ÷ √(n − 2 + t²) with the 97.5% point t of Student’s distribution with n − 2 degrees of freedom.',
      },
    ],
    rows: thresholds.map(({ pairs, r }) => [
      pairs,
      live(r, ...t, '/SQRT(', thisRow('pairs'), '-2+', ...t, '^2)'),
    ]),
  };
}
