/**
 * An amount in whole cents of one currency (hundredths of its unit). Sums of cents are exact up to 90 trillion units;
 * sums of 0.1 are not. A number of cents outside ±(2^53 − 1) is no Money.
 */
export type Money = number & { readonly __brand: 'Money' };

/** A decimal as it is written: `digits` × 10^`exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Reads plain decimal text ("-12.5", "1e-7"); undefined for anything else. */
function decimalOf(text: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  return { digits: BigInt(sign + whole + fraction), exponent: Number(exponent) - fraction.length };
}

const checked = (cents: number): Money | undefined =>
  // The brand is given here, to whole safe numbers only; adding 0 turns −0 into 0.
  Number.isSafeInteger(cents) ? ((cents + 0) as Money) : undefined;

/**
 * Money from an amount in units, as a number or as plain decimal text with a full stop ("1234.5"; no currency sign, no
 * thousands separator: those belong to the reader of cells). Rounded to cents half away from zero, on the decimal that
 * a person sees: 1.005 is 1.01 although its double lies below. Undefined for anything that is not a finite amount.
 */
export function moneyOf(amount: number | string): Money | undefined {
  if (typeof amount === 'number') {
    // Only near half a cent does the way a double is written decide; elsewhere, which is nearly always, rounding the product is right.
    const cents = amount * 100;
    if (Math.abs(cents) < 2 ** 40 && Math.abs(cents - Math.floor(cents) - 0.5) > 0.001)
      return checked(Math.round(cents));
  }
  const decimal = decimalOf(String(amount));
  if (!decimal) return undefined;
  const shift = decimal.exponent + 2;
  if (shift >= 0) return checked(Number(decimal.digits * 10n ** BigInt(shift)));
  const unit = 10n ** BigInt(-shift);
  const half = decimal.digits < 0n ? -unit / 2n : unit / 2n;
  // Division of bigints drops the fraction, so that half a unit added away from zero rounds half away from zero.
  return checked(Number((decimal.digits + half) / unit));
}
