import fc from 'fast-check';
import { play } from '../../../src/hosts/excel/play';
import { startStandIn } from '../../../workbench';
import { funnelReport, placementsOf, type StageRow } from '../../support/funnelReport';
import { GO_ON, NO_PROGRESS, sheetOf, tableOf, type, whereIs } from '../../support/standInSheets';

const FUNNEL = 'Leadline Funnel';
const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), {
  minLength: 1,
  maxLength: 7,
});
const stagesOf = (given: readonly string[]): readonly StageRow[] =>
  given.map((name, i) => ({ stage: `Stage ${name}`, entered: 100 - i, passed: 50 - i }));

/** Whatever rows come, go or change places, in both tables: a note is beside its row, or below everything, and there once. */
it('keeps every note of a person, run after run', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, names), { minLength: 2, maxLength: 4 }),
      fc.constantFrom(5, 7, 8),
      async (runs, column) => {
        const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
        const notes: string[] = [];
        /** Their row was gone once. */
        const orphans = new Set<string>();
        for (const [run, [stages, reasons]] of runs.entries()) {
          const labels = reasons.map((r) => `=Reason ${r}`);
          await play(placementsOf(funnelReport(stagesOf(stages), 180, labels)), NO_PROGRESS, GO_ON);
          const cells = sheetOf(host, FUNNEL).rows.flat();
          for (const note of notes) {
            expect(cells.filter((cell) => cell === note)).toHaveLength(1);
            const key = note.slice(note.indexOf('|') + 1);
            const { row } = whereIs(host, FUNNEL, note);
            const foot = whereIs(host, FUNNEL, labels.at(-1)).row;
            if (![...stagesOf(stages).map((s) => s.stage), ...labels].includes(key)) orphans.add(note);
            if (orphans.has(note)) expect(row).toBeGreaterThan(foot);
            else expect({ note, row }).toEqual({ note, row: whereIs(host, FUNNEL, key).row });
          }
          const table = tableOf(host, FUNNEL, 'Leadline_funnel').area;
          expect(table.rows).toBe(stages.length + 1);
          expect(tableOf(host, FUNNEL, 'Leadline_reasons').area.rows).toBe(reasons.length + 1);
          for (const key of [`Stage ${stages[0] ?? ''}`, labels.at(-1) ?? '']) {
            const note = `run ${run}|${key}`;
            const { row } = whereIs(host, FUNNEL, key);
            if ((sheetOf(host, FUNNEL).rows[row]?.[column] ?? null) === null) {
              type(host, FUNNEL, `${String.fromCharCode(65 + column)}${row + 1}`, note);
              notes.push(note);
            }
          }
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
