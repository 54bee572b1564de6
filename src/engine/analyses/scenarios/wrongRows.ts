import { issue, type Issue } from '../../core/issue';
import { DEAL_OVERRIDES } from '../forecast/overrides';
import { STAGE_LEVERS } from '../levers';
import { hiresTable, leaversTable } from '../capacity/tables';
import type { EditableTable } from '../../report/editableTable';

const PLAN_TABLES = { hires: hiresTable, leavers: leaversTable } as const;

const keyOf = ({ columns }: EditableTable): string => columns[0]!.header;
const cellOf = (table: EditableTable, name: string, column: string): string =>
  `${keyOf(table)} ${name}: ${table.columns.find(({ id }) => id === column)!.header}`;

/**
 * What an analysis found of a row that a scenario supposes, said of the scenario: it names nothing in the data, or cannot
 * be on this day. Undefined: the scenario can be meant all the same.
 */
export function wrongIn(scenario: string, found: Issue): Issue | undefined {
  const absent = (table: EditableTable, name: string): Issue =>
    issue('scenarioAbsent', 'warning', { scenario, whose: keyOf(table), name });
  const impossible = (what: string, value: string, allowed: string): Issue =>
    issue('scenarioValue', 'warning', { scenario, what, value, allowed });
  switch (found.code) {
    case 'overrideNotOpen':
      return absent(DEAL_OVERRIDES, found.facts.id);
    case 'leverStageUnknown':
      return absent(STAGE_LEVERS, found.facts.stage);
    case 'leaverUnknown':
      return absent(leaversTable, found.facts.name);
    case 'overrideInPast': {
      const { id, closeDate, asOf } = found.facts;
      return impossible(cellOf(DEAL_OVERRIDES, id, 'close'), closeDate, `a day after ${asOf}`);
    }
    case 'hiringDatePast': {
      const { table, name, day, asOf } = found.facts;
      return impossible(
        cellOf(PLAN_TABLES[table], name, table === 'hires' ? 'start' : 'last'),
        day,
        `a day after ${asOf}`,
      );
    }
    case 'hiringDateUnreadable': {
      const { table, name } = found.facts;
      return impossible(
        cellOf(PLAN_TABLES[table], name, table === 'hires' ? 'start' : 'last'),
        'nothing',
        'a date like 2026-03-31',
      );
    }
    case 'tableRowTwice':
      return issue('scenarioTwice', 'warning', { scenario, ...found.facts });
    default:
      return undefined;
  }
}
