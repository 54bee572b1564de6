import { z } from 'zod';
import { SCENARIO_TABLES } from '../engine/analyses/scenarios/changeable';
import { IN_FORCE, type Scenario } from '../engine/core/scenario';
import { cellIn } from '../engine/report/tableCells';
import { listParsedBy, type Parsed } from './jsonFile';

const given = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/**
 * A scenario as docs/json.md says: sparse. Which ids of assumptions, tables and columns there are is checked where the
 * scenario is applied, so that what is unknown is an issue of the run.
 */
const scenarioSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  baseline: z.literal(IN_FORCE).default(IN_FORCE),
  changes: z.record(z.string(), given).default({}),
  tables: z.record(z.string(), z.array(z.record(z.string(), given))).optional(),
});

/** What `--scenario` gives: one scenario, or a list; or a sentence that says where it is wrong. Amounts are in units. */
export function parseScenarios(text: string): Parsed<readonly Scenario[]> {
  const parsed = listParsedBy(scenarioSchema, text);
  if ('problem' in parsed) return parsed;
  return {
    value: parsed.value.map(({ tables, ...scenario }) => ({
      ...scenario,
      ...(tables && { tables: inCents(tables) }),
    })),
  };
}

type Tables = NonNullable<z.infer<typeof scenarioSchema>['tables']>;

/** Cells as the columns of their tables hold them; what is unknown stays as it is. */
const inCents = (tables: Tables): NonNullable<Scenario['tables']> =>
  Object.fromEntries(
    Object.entries(tables).map(([id, rows]) => {
      const table = SCENARIO_TABLES.find((one) => one.id === id);
      return [
        id,
        rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([columnId, cell]) => {
              const column = table?.columns.find((one) => one.id === columnId);
              return [columnId, column ? cellIn(column, cell) : cell];
            }),
          ),
        ),
      ];
    }),
  );
