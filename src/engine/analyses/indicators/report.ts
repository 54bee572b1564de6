import type { AssumptionValues } from '../../core/assumption';
import { heading, note } from '../../report/blocks';
import { cellOf, live } from '../../report/formula';
import { formatValue } from '../../report/formats';
import { listed, several } from '../../report/phrases';
import type { Block, Description, ReportSheet } from '../../report/report';
import { LEAD_LIMITS } from '../../report/wording';
import { aheadTable, aheadTableId, chanceCell, type AheadGround } from './describe/ahead';
import { neededTable } from './describe/needed';
import { blitzTable } from './describe/blitz';
import { calendarOf } from './describe/calendar';
import { compositeBlocks, compositeTable } from './describe/composite';
import { lagMapTable } from './describe/lagMap';
import { chanceTable, lightsTable, numbersTable, ofResult } from './describe/lights';
import { charted, curveTable, leadChart } from './describe/leadChart';
import { linesTable } from './describe/lines';
import { pairsOf } from './describe/pairs';
import { pairsTable } from './describe/pairsTable';
import { agreementTable, peopleTable } from './describe/people';
import { seriesTable } from './describe/series';
import { LIGHTS, periodsIn, ruleTexts } from './describe/words';
import { isPromoted } from './evidence';
import type { IndicatorsFinding } from './finding';
import { FORMATS } from './series';

/** Named on the Summary, of each result. */
const NAMED = 3;

function figures(finding: IndicatorsFinding, id: string): Block {
  const { indicators, results, ahead, basis } = finding;
  const promoted = indicators.filter(({ evidence }) => isPromoted(evidence));
  const green = promoted.filter(({ evidence }) => evidence === 'green').length;
  return {
    block: 'keyFigures',
    id,
    figures: [
      {
        id: 'leads',
        label: 'Leads with evidence',
        value: promoted.length,
        format: 'integer',
        detail: `of ${indicators.length} looked at; ${green} green, ${promoted.length - green} amber`,
      },
      ...results.flatMap(({ name, kind }, i) => {
        const next = ahead.find(({ result }) => result === name);
        if (!next) return [];
        const format = FORMATS[kind] === 'integer' ? 'decimal' : FORMATS[kind];
        const shown = (value: number): string => formatValue(value, format);
        return [
          {
            id: `next${i + 1}`,
            label: `${name}, ${next.period}`,
            value: live(next.estimate, cellOf(aheadTableId(i), 'estimate', 0)),
            format,
            detail: `${formatValue(basis.confidence, 'percent')} interval ${shown(next.low)} to ${shown(next.high)}; target ${shown(next.target)}, reached in ${formatValue(next.chance, 'percent')} of such cases`,
          },
        ];
      }),
    ],
  };
}

/** "Wins: associated with Technical Workshop of 1 month before (green) and …". */
function leadsText(finding: IndicatorsFinding, result: string): string {
  const promoted = ofResult(finding, result).filter(({ evidence }) => isPromoted(evidence));
  if (promoted.length === 0) {
    const collecting = ofResult(finding, result).every(
      ({ evidence }) => evidence === 'collecting' || evidence === 'early',
    );
    return collecting
      ? `${result}: too few complete ${finding.basis.grain}s to tell what moves before it. Keep collecting.`
      : `${result}: nothing looked at moves before it by more than chance shows.`;
  }
  const words = promoted.map(
    ({ name, lag, evidence }) =>
      `${name} of ${periodsIn(lag ?? 0, finding.basis)} before (${LIGHTS[evidence].toLowerCase()})`,
  );
  return `${result}: associated with ${listed(several(words, NAMED))}.`;
}

/** Six sheets: lights, lag map, charts, months ahead, people, series. Formulas run from the series to the signals. */
export function describeIndicators(finding: IndicatorsFinding, values: AssumptionValues): Description {
  const { basis, results } = finding;
  const limits = basis.limits.map((limit) => LEAD_LIMITS[limit]);
  const calendar = calendarOf(finding);
  const pairs = pairsOf(finding, calendar);
  const ground: AheadGround = { finding, calendar, pairs };
  const texts = results.map(({ name }) => note(leadsText(finding, name), 'plain'));
  const warmUp = basis.warmUp
    ? [
        note(
          `${basis.warmUp.from} to ${basis.warmUp.to} are left out for everything that comes from deals under way: a list of deals begins with those created since its first day, so its first ${basis.grain}s lack the results of deals that had begun before.`,
          'warning',
        ),
      ]
    : [];
  const promoted: readonly Block[] =
    pairs.length === 0
      ? [note('There is no lead with evidence yet, so there is nothing to draw.', 'plain')]
      : [
          note(
            'Each indicator is moved on by its lead and drawn over the result, both as distances from their means, on one axis. Where it runs on beyond the result, it speaks of months to come.',
          ),
          ...charted(pairs).map((pair) => leadChart(pair, basis.grain)),
          ...compositeBlocks(finding),
          heading('Numbers behind the charts'),
          ...(finding.composite ? [compositeTable(finding)] : []),
          ...charted(pairs).map((pair) => curveTable(pair, pairs, calendar, basis.grain)),
        ];
  const sheets: readonly ReportSheet[] = [
    {
      id: 'indicators',
      title: 'Indicators',
      shows: 'Which activities move before results, by how long, how sure that is, and what they signal',
      orientation: 'landscape',
      blocks: [
        figures(finding, 'leadFigures'),
        ...limits.map((limit) => note(limit, 'warning')),
        ...warmUp,
        ...texts,
        heading('What the lights mean'),
        ...ruleTexts(basis).map((text) => note(text, 'plain')),
        ...results.flatMap(({ name }, i) => [
          heading(`What moves before ${name}`),
          lightsTable(`leadLights${i + 1}`, finding, name, (one) => chanceCell(ground, one)),
        ]),
        heading('Numbers behind the lights'),
        numbersTable(finding),
        heading('What chance alone reaches'),
        note(
          'Two series that have nothing to do with each other stay below this |r| in 95 of 100 cases, at one lead. Whoever looks at several leads and takes the best one sees more: after seven leads at 6 pairs 0.93. The test of the lights allows for that.',
        ),
        chanceTable(finding),
      ],
    },
    {
      id: 'lagMap',
      title: 'Lag map',
      shows: 'Correlation of each indicator with each result, lead by lead',
      orientation: 'landscape',
      blocks: [
        note(
          `r of what trend, yearly pattern and memory leave of both series. Blue: they rise together, orange: one falls where the other rises, white: neither. A single dark cell may be chance; the Indicators sheet says where it is more.`,
        ),
        ...results.flatMap(({ name }, i) => [
          heading(`Before ${name}`),
          lagMapTable(`leadMap${i + 1}`, finding, name),
        ]),
      ],
    },
    {
      id: 'leadCharts',
      title: 'Lead charts',
      shows: 'Each lead with evidence, moved on by its months, over its result',
      orientation: 'landscape',
      blocks: promoted,
    },
    {
      id: 'monthsAhead',
      title: basis.grain === 'month' ? 'Months ahead' : 'Weeks ahead',
      shows:
        'What the indicators say of the coming periods, the gap to the target, and the activity that would close it',
      orientation: 'landscape',
      blocks: [
        note(
          'Live over the targets and blitz days on the Inputs sheet. An estimate says what went with such values so far; it holds as long as the way you sell stays as it was.',
        ),
        ...results.flatMap(({ name }, i) => {
          const table = aheadTable(i, ground);
          const needed = neededTable(i, ground);
          return [
            ...(table ? [heading(name), table] : []),
            ...(needed ? [heading(`Activity for ${name}, by when`, 2), needed] : []),
          ];
        }),
        ...blitzBlocks(ground, Number(values['blitzDays'] ?? 2) * Number(values['blitzPerDay'] ?? 20)),
        ...(pairs.length > 0
          ? [
              heading('Lines behind the estimates'),
              note('Result = intercept + slope × indicator of its lead before, both of a usual period.'),
              linesTable(pairs, basis.grain),
            ]
          : []),
      ],
    },
    {
      id: 'leadPeople',
      title: 'Leads by person',
      shows:
        'The same indicators for each person: standard, attainment, and whether the leads hold person by person',
      orientation: 'landscape',
      blocks: [
        ...(finding.standards.length > 0
          ? [heading('Standard and attainment'), peopleTable(finding)]
          : [note('No activities by person are in the data, so there is nothing to compare.', 'plain')]),
        ...(pairs.length > 0
          ? [heading('Do the leads hold person by person?'), agreementTable(finding)]
          : []),
      ],
    },
    {
      id: 'leadSeries',
      title: 'Series',
      shows: 'The numbers by period behind the leading indicators',
      orientation: 'landscape',
      onSheetsOnly: true,
      blocks: [
        note('Counts and sums of complete periods as they are. A blank is missing, which is not zero.'),
        seriesTable(finding, calendar),
        ...(pairs.length > 0
          ? [
              heading('Leads beside their results'),
              note('Each result of a usual period, and each indicator with evidence, moved on by its lead.'),
              pairsTable(pairs, calendar, basis.grain),
            ]
          : []),
      ],
    },
  ];
  return {
    headline: [heading('Leading indicators'), figures(finding, 'leadHeadline'), ...texts],
    limits,
    sheets,
  };
}

function blitzBlocks({ pairs, calendar }: AheadGround, extra: number): readonly Block[] {
  const table = blitzTable(pairs, calendar, extra);
  return table
    ? [
        heading('Blitz days'),
        note(
          'So many extra days on one indicator, and what went with as much more of it so far. Set days and work a day on the Inputs sheet.',
        ),
        table,
      ]
    : [];
}
