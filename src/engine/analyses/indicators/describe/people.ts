import { formatValue } from '../../../report/formats';
import { live, thisRow } from '../../../report/formula';
import type { Table } from '../../../report/report';
import { isPromoted } from '../evidence';
import type { IndicatorsFinding, StandardFinding } from '../finding';
import { leadName } from './pairs';

const reached = ({ recent, standard }: StandardFinding): number | null =>
  standard > 0 ? recent / standard : null;

const AHEAD = 'Ahead of the standard';
const AT = 'At the standard';
const BELOW = 'Below, so ask what is in the way';
const WELL_BELOW = 'Well below, so plan the next weeks together';
/** From these shares of the standard on. */
const [FROM_AHEAD, FROM_AT, FROM_BELOW] = [1.1, 0.9, 0.6];
const toTalkAbout = (share: number): string =>
  share >= FROM_AHEAD ? AHEAD : share >= FROM_AT ? AT : share >= FROM_BELOW ? BELOW : WELL_BELOW;

/** Attainment, lately ÷ standard, and what to talk about. */
export function talkOf(one: StandardFinding): {
  readonly share: number | null;
  readonly says: string | null;
} {
  const share = reached(one);
  return { share, says: share === null ? null : toTalkAbout(share) };
}

/** What each person did of an indicator against its standard, worded for a talk and not for a verdict. */
export function peopleTable({ standards, basis: { grain } }: IndicatorsFinding): Table {
  const attainment = thisRow('attainment');
  return {
    block: 'table',
    id: 'leadPeople',
    key: 'who',
    columns: [
      { id: 'who', header: 'Person and indicator', format: 'text', width: 38 },
      { id: 'actual', header: `Last ${grain}`, format: 'general' },
      {
        id: 'recent',
        header: 'Lately',
        format: 'decimal',
        note: `Mean of the last three ${grain}s: one ${grain} alone says little.`,
      },
      {
        id: 'standard',
        header: 'Standard',
        format: 'decimal',
        note: `What one person does in a ${grain}: the target on the Inputs sheet, else the median of all people’s busy ${grain}s of the last year. Change it to try another.`,
      },
      { id: 'attainment', header: 'Attainment', format: 'percent', note: 'Lately ÷ standard.' },
      { id: 'from', header: 'Standard from', format: 'text', width: 15 },
      { id: 'talk', header: 'To talk about', format: 'text', width: 38 },
    ],
    rows: standards.map((one) => {
      const { share, says } = talkOf(one);
      return [
        `${one.person}: ${one.indicator}`,
        one.actual,
        one.recent,
        one.standard,
        live(share, 'IF(', thisRow('standard'), '>0,', thisRow('recent'), '/', thisRow('standard'), ',"")'),
        one.standardSource === 'given' ? 'Inputs sheet' : 'the team',
        live(
          says,
          ...['IF(', attainment, '="","",IF(', attainment, `>=${FROM_AHEAD},"${AHEAD}",IF(`, attainment],
          ...[`>=${FROM_AT},"${AT}",IF(`, attainment, `>=${FROM_BELOW},"${BELOW}","${WELL_BELOW}"))))`],
        ),
      ];
    }),
    conditionalFormats: [{ rule: 'dataBar', column: 'attainment' }],
  };
}

export const differText = (i2: number | null): string | null =>
  i2 === null
    ? null
    : i2 === 0
      ? 'differs no more than chance'
      : `${formatValue(i2, 'percent')} of the differences are not chance`;

/** Whether a lead holds person by person. */
export function agreementTable({ indicators }: IndicatorsFinding): Table {
  return {
    block: 'table',
    id: 'leadAgreement',
    key: 'lead',
    columns: [
      { id: 'lead', header: 'Lead', format: 'text', width: 38 },
      {
        id: 'agree',
        header: 'Same sign',
        format: 'integer',
        note: 'People whose own correlation at that lead has the team’s sign.',
      },
      { id: 'of', header: 'Of people', format: 'integer', note: 'Those with at least six pairs.' },
      {
        id: 'pooled',
        header: 'r of the average person',
        format: 'decimal',
        note: 'Pooled by Fisher’s z with random effects (DerSimonian and Laird).',
      },
      { id: 'low', header: 'Low end', format: 'decimal', note: 'Interval of Hartung and Knapp.' },
      { id: 'high', header: 'High end', format: 'decimal' },
      {
        id: 'differ',
        header: 'From person to person',
        format: 'text',
        width: 44,
        note: 'I²: the share of the differences between people that is not chance.',
      },
    ],
    rows: indicators
      .filter(({ evidence, people }) => isPromoted(evidence) && people.of > 0)
      .map(({ people, ...one }) => [
        leadName(one),
        people.agree,
        people.of,
        people.pooled,
        people.low,
        people.high,
        differText(people.i2),
      ]),
  };
}
