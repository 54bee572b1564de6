import { orNull } from '../../../src/engine/core/orNull';

it('keeps every number, nought too, and turns what is not known into null', () => {
  expect([0, -0.5, Infinity, NaN, undefined].map(orNull)).toEqual([0, -0.5, Infinity, null, null]);
});
