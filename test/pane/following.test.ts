import { following } from '../../src/pane/pages/whatIf/following';

interface Asked {
  readonly supposed: number;
  readonly quick: boolean;
  answer(draws: number): Promise<void>;
}

/** A follower whose questions wait until they are answered here. */
function followed() {
  const asked: Asked[] = [];
  const told: (readonly [supposed: number, draws: number, settled: boolean])[] = [];
  const { follow, stop } = following<number, { supposed: number; draws: number; allDraws: number }>(
    (supposed, quick) =>
      new Promise((resolve) => {
        asked.push({
          supposed,
          quick,
          async answer(draws) {
            resolve({ supposed, draws, allDraws: 100 });
            await jest.advanceTimersByTimeAsync(0);
          },
        });
      }),
    ({ supposed, draws }, settled) => told.push([supposed, draws, settled === supposed]),
  );
  return { asked, told, follow, stop };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('asks about what is supposed last, one question at a time', async () => {
  const { asked, told, follow } = followed();
  follow(1);
  follow(2);
  follow(3);
  expect(asked.map(({ supposed }) => supposed)).toEqual([1]);
  await asked[0]!.answer(100);
  expect(asked.map(({ supposed }) => supposed)).toEqual([1, 3]);
  await asked[1]!.answer(100);
  expect(asked).toHaveLength(2);
  expect(told).toEqual([
    [1, 100, false],
    [3, 100, true],
  ]);
});

it('asks in full once the hand rests, where the quick answer was of fewer futures', async () => {
  const { asked, told, follow } = followed();
  follow(1);
  await asked[0]!.answer(10);
  await jest.advanceTimersByTimeAsync(100);
  follow(2);
  await asked[1]!.answer(10);
  expect(asked.map(({ quick }) => quick)).toEqual([true, true]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked.map(({ supposed, quick }) => [supposed, quick])).toEqual([
    [1, true],
    [2, true],
    [2, false],
  ]);
  await asked[2]!.answer(100);
  expect(told.at(-1)).toEqual([2, 100, true]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(3);
});

it('tells nothing more once stopped', async () => {
  const { asked, told, follow, stop } = followed();
  follow(1);
  stop();
  await asked[0]!.answer(10);
  await jest.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  expect(asked).toHaveLength(1);
});
