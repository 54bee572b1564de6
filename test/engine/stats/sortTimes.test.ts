import { randomFrom } from '../../../src/engine/core/random';
import { sortTimes } from '../../../src/engine/stats/sortTimes';

describe('sortTimes', () => {
  const random = randomFrom(1);
  const many = (of: () => number): Float64Array<ArrayBuffer> => Float64Array.from({ length: 25_000 }, of);

  it.each([
    ['fractions of days', many(() => -25 * Math.log(1 - random.next()))],
    ['whole days, many equal', many(() => Math.floor(400 * random.next()))],
    ['all of one value', many(() => 7)],
    [
      'the smallest and the largest there are',
      many(() => [0, 5e-324, 1e-300, 1, Number.MAX_VALUE][Math.floor(5 * random.next())]!),
    ],
    ['few', Float64Array.of(3, 0, 2.5, 0, 1e9)],
    ['none', new Float64Array(0)],
  ])('orders %s as a comparison does', (_, times) => {
    const expected = Array.from(times).sort((a, b) => a - b);
    expect(Array.from(sortTimes(times.slice()))).toEqual(expected);
    // A part of a longer buffer.
    const within = new Float64Array(new Float64Array([...times, 1, 2]).buffer, 0, times.length);
    expect(Array.from(sortTimes(within))).toEqual(expected);
  });
});
