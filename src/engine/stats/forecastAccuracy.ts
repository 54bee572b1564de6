/** Errors are actual − forecast: positive means that more came than was forecast. Position i of both belongs together. */
type Series = ArrayLike<number>;

function meanOf(length: number, value: (i: number) => number): number | null {
  if (length === 0) return null;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += value(i);
  return sum / length;
}

const sumOf = (length: number, value: (i: number) => number): number => (meanOf(length, value) ?? 0) * length;

/** A quotient that has no value when its scale is nought. */
const over = (value: number | null, scale: number | null): number | null =>
  value === null || scale === null || scale === 0 ? null : value / scale;

export const meanError = (actual: Series, forecast: Series): number | null =>
  meanOf(actual.length, (i) => actual[i]! - forecast[i]!);

export const meanAbsoluteError = (actual: Series, forecast: Series): number | null =>
  meanOf(actual.length, (i) => Math.abs(actual[i]! - forecast[i]!));

export function rootMeanSquareError(actual: Series, forecast: Series): number | null {
  const square = meanOf(actual.length, (i) => (actual[i]! - forecast[i]!) ** 2);
  return square === null ? null : Math.sqrt(square);
}

/**
 * Weighted absolute percentage error: Σ|actual − forecast| ÷ Σ|actual|. What is too much in one place does not make up
 * for what is too little in another. Null when nothing came.
 */
export const wape = (actual: Series, forecast: Series): number | null =>
  over(
    sumOf(actual.length, (i) => Math.abs(actual[i]! - forecast[i]!)),
    sumOf(actual.length, (i) => Math.abs(actual[i]!)),
  );

/** Σ(actual − forecast) ÷ Σ actual: errors that cancel do cancel. Null when nothing came. */
export const relativeBias = (actual: Series, forecast: Series): number | null =>
  over(
    sumOf(actual.length, (i) => actual[i]! - forecast[i]!),
    sumOf(actual.length, (i) => actual[i]!),
  );

/** Mean absolute percentage error in percent; null when one actual is nought. */
export function mape(actual: Series, forecast: Series): number | null {
  for (let i = 0; i < actual.length; i++) if (actual[i] === 0) return null;
  return meanOf(actual.length, (i) => 100 * Math.abs((actual[i]! - forecast[i]!) / actual[i]!));
}

/** Symmetric MAPE on 0 to 200; where both are nought the error is nought. */
export const smape = (actual: Series, forecast: Series): number | null =>
  meanOf(actual.length, (i) => {
    const size = Math.abs(actual[i]!) + Math.abs(forecast[i]!);
    return size === 0 ? 0 : (200 * Math.abs(actual[i]! - forecast[i]!)) / size;
  });

/** Mean absolute difference over `lag` periods: the error of "as it was a lag ago". Null for too short a series. */
const naiveScale = (train: Series, lag: number): number | null =>
  meanOf(Math.max(0, train.length - lag), (i) => Math.abs(train[i + lag]! - train[i]!));

/**
 * Mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error ÷ that of "as it was a lag ago" within
 * the training series. Below 1 is better than that. Null when the training series never changed.
 */
export const mase = (actual: Series, forecast: Series, train: Series, lag: number): number | null =>
  over(meanAbsoluteError(actual, forecast), naiveScale(train, lag));

/** The same of squares, under a root. */
export function rmsse(actual: Series, forecast: Series, train: Series, lag: number): number | null {
  const scale = meanOf(Math.max(0, train.length - lag), (i) => (train[i + lag]! - train[i]!) ** 2);
  return over(rootMeanSquareError(actual, forecast), scale === null ? null : Math.sqrt(scale));
}
