import type { RiskTable } from './riskTable';

/**
 * The tables of several groups over the times of all of them, for tests that compare who was at risk when something happened
 * in another group.
 */
export function overCommonTimes(tables: readonly RiskTable[]): readonly RiskTable[] {
  const times = union(tables.map((table) => table.times));
  return tables.map((table) => spread(table, times));
}

function union(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let filled = 0;
  for (const column of columns) {
    all.set(column, filled);
    filled += column.length;
  }
  all.sort();
  return all.filter((time, i) => i === 0 || time !== all[i - 1]);
}

function spread(table: RiskTable, times: Float64Array): RiskTable {
  const column = (): Float64Array => new Float64Array(times.length);
  const [atRisk, censored, events] = [column(), column(), table.events.map(column)];
  const { entries } = table;
  let present = entries ? 0 : (table.atRisk[0] ?? 0);
  let [row, entry] = [0, 0];
  for (let i = 0; i < times.length; i++) {
    const time = times[i]!;
    if (entries) while (entries.times[entry]! < time) present += entries.counts[entry++]!;
    atRisk[i] = present;
    if (table.times[row] !== time) continue;
    censored[i] = table.censored[row]!;
    present -= censored[i]!;
    table.events.forEach((ofCause, k) => {
      events[k]![i] = ofCause[row]!;
      present -= ofCause[row]!;
    });
    row++;
  }
  return { times, atRisk, events, censored, ...(entries && { entries }) };
}
