import { render, screen } from '@testing-library/react';
import { PayoutCurve } from '../../src/pane/pages/compensation/PayoutCurve';

/** 0 below 52 % of quota; from there on 100 a point of attainment. */
const points = Array.from({ length: 41 }, (_, i) => {
  const attainment = Math.round(i * 5) / 100;
  const payout = attainment < 0.52 ? 0 : attainment * 1_000_000;
  return { attainment, payout, components: [payout] };
});
const cliffs = [{ at: 0.52, before: 0, jump: 520_000, near: 0.1 }];

it('draws a jump of pay upright, where it is and not between two points of the curve', () => {
  render(<PayoutCurve curve={{ person: 'Ann', target: 1_000_000, quota: 10_000_000, points, cliffs }} />);
  const drawn = screen.getByRole('img').querySelector('path')!.getAttribute('d')!;
  const corners = drawn
    .slice(1)
    .split('L')
    .map((corner) => corner.split(',').map(Number));
  const upright = corners.filter(([x], i) => i > 0 && x === corners[i - 1]![0]);
  expect(upright).toHaveLength(1);
  const [left, right] = [corners[0]![0]!, corners.at(-1)![0]!];
  expect(upright[0]![0]).toBeCloseTo(left + 0.26 * (right - left), 1);
});
