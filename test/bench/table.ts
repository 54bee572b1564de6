import type { Measured } from './bench';
import { POSSIBLE } from './possible';
import { growth } from './timing';

/** Milliseconds with three digits that mean something. */
const ms = (value: number | null | undefined): string => {
  if (value === undefined) return '';
  if (value === null) return 'too long';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** Growth from one size to the next, noise of a shared machine included. */
const LINEAR = 1.1;
/** Ours may take so many times as long as what is possible. */
const GOAL = 2;

function lines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
}

/** One line per case and size; peers stand in columns, and × says how many times ours a thing is. */
export function printTable(measured: readonly Measured[]): void {
  const peers = [...new Set(measured.flatMap((m) => Object.keys(m.peers)))];
  const header = ['', 'rows', 'ours', 'cpu', 'possible', 'ratio', 'growth', ...peers];
  const rows = measured.map(({ id, size, ours, oursCpu, peers: timesOfPeers }, i) => {
    const before = measured[i - 1];
    const possible = POSSIBLE[id]?.[size];
    const ratio = possible === undefined ? undefined : ours / possible;
    const grown =
      before?.id === id ? growth({ size: before.size, ms: before.ours }, { size, ms: ours }) : undefined;
    return [
      id,
      size.toLocaleString('en'),
      ms(ours),
      ms(oursCpu),
      ms(possible),
      ratio === undefined ? '' : `${ratio.toFixed(1)}${ratio > GOAL ? ' !' : ''}`,
      grown === undefined ? '' : `${grown.toFixed(2)}${grown > LINEAR ? ' !' : ''}`,
      ...peers.map((name) => {
        const time = timesOfPeers[name];
        if (typeof time !== 'number') return ms(time);
        const times = time / ours;
        return `${ms(time)} (${times.toFixed(times < 3 ? 1 : 0)}×)`;
      }),
    ];
  });
  console.log(`\nMedian milliseconds; (×) is a peer's time over ours; ! misses a goal.`);
  for (const title of new Set(measured.map((m) => `${m.id}  ${m.title}`))) console.log(title);
  console.log('');
  for (const line of lines([header, ...rows])) console.log(line);
  console.log('');
}
