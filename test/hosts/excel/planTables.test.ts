import { PLAN_TABLES } from '../../../src/engine/analyses/compensation/planRows/planTables';
import { plansOf } from '../../../src/engine/analyses/compensation/fromData/plans';
import { PLAN_LIBRARY } from '../../../src/engine/analyses/compensation/library';
import type { Plan } from '../../../src/engine/analyses/compensation/plan';
import { editedTables } from '../../../src/engine/report/editableTable';
import { play } from '../../../src/hosts/excel/play';
import { readSavedInputs } from '../../../src/hosts/excel/readSavedInputs';
import { startStandIn } from '../../../workbench';
import { readTables } from '../../support/read';
import { findingOf, sheetsOf } from '../../support/compensationSheets';
import { halfYear } from '../../support/mechanicCases';
import { GO_ON, NO_PROGRESS, sheetOf, tableOf, type } from '../../support/standInSheets';

const PLAN = 'Leadline Plan';
const [flat, accelerators] = PLAN_LIBRARY as readonly [Plan, Plan, ...Plan[]];

async function write(plans: readonly Plan[], plansFrom: 'sheet' | 'tables'): Promise<void> {
  const found = findingOf(plans, halfYear(3));
  await play(sheetsOf({ ...found, basis: { ...found.basis, plansFrom } }), NO_PROGRESS, GO_ON);
}

/** What the next run takes for Leadline's own plans. */
async function readBack(): Promise<readonly Plan[] | undefined> {
  const saved = await readSavedInputs();
  const { dataset } = readTables([], { asOf: '2026-06-30' });
  return plansOf(dataset!, editedTables(PLAN_TABLES, saved?.tables ?? {}))?.plans;
}

it('a plan on Leadline’s sheet is read back as it was written, and as a person changed it there', async () => {
  const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
  await write(
    [
      accelerators,
      { ...flat, name: 'Flat', modifiers: [{ kind: 'alternativeTo', measure: accelerators.name }] },
    ],
    'tables',
  );
  expect((await readBack())?.[0]).toEqual(accelerators);
  expect((await readBack())?.map(({ name }) => name)).toEqual([accelerators.name, 'Flat']);

  const { area } = tableOf(host, PLAN, 'Leadline_planTiers');
  const headers = sheetOf(host, PLAN).rows[area.row]!;
  const rate = headers.indexOf('Rate');
  type(host, PLAN, `${String.fromCharCode(65 + rate)}${area.row + 3}`, '175%');
  expect((await readBack())?.[0]?.components[0]?.tiers[1]?.rate).toBe(1.75);
});

it('a copy of a plan on the person’s own sheet is not taken for the plan, before and after the tables are Leadline’s', async () => {
  const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
  const tables = (): readonly string[] => sheetOf(host, PLAN).tables.map(({ name }) => name);
  await write([accelerators], 'sheet');
  expect(tables()).toContain('Leadline_planTiersShown');
  expect(await readBack()).toBeUndefined();

  await write([accelerators], 'tables');
  expect(tables()).not.toContain('Leadline_planTiersShown');
  expect(await readBack()).toEqual([accelerators]);

  await write([accelerators], 'sheet');
  expect(tables()).not.toContain('Leadline_planTiers');
  expect(await readBack()).toBeUndefined();
});
