import type { TimedEvents } from '../../stats/simulateEvents';

/** Some of the events by themselves, each with the chance that it has among all. */
export function someEvents(events: TimedEvents, chosen: readonly number[]): TimedEvents {
  const { periods, probability } = events;
  const found = new Float64Array(chosen.length * periods);
  chosen.forEach((i, at) => found.set(probability.subarray(i * periods, (i + 1) * periods), at * periods));
  return {
    count: chosen.length,
    periods,
    probability: found,
    amount: Float64Array.from(chosen, (i) => events.amount[i]!),
    group: Int32Array.from(chosen, (i) => events.group[i]!),
    key: (at) => events.key(chosen[at]!),
  };
}
