/**
 * What is paid for an attainment, as straight pieces: base + slope × attainment from each `from` up to the next one. A
 * boundary belongs to the piece above it; jumps between pieces are cliffs. Every mechanic that looks at one attainment is
 * such a curve: marginal tiers join their pieces, retroactive ones have base 0, steps have slope 0, a threshold is a
 * piece of nought, a cap a flat one. `base` and `slope` are in any one unit (cents, or shares of target pay).
 */
export interface PayoutCurve {
  /** Ascending; the first is 0: an attainment below nought pays as nought does. */
  readonly from: readonly number[];
  readonly base: readonly number[];
  readonly slope: readonly number[];
}

export interface CurvePiece {
  readonly from: number;
  readonly base: number;
  readonly slope: number;
}

/** Pieces in ascending order; those that carry the one before on are joined with it. */
export function curveOf(pieces: readonly CurvePiece[]): PayoutCurve {
  const kept = pieces.filter(({ base, slope }, i) => {
    const before = pieces[i - 1];
    return !before || before.base !== base || before.slope !== slope;
  });
  return {
    from: kept.map((piece) => piece.from),
    base: kept.map((piece) => piece.base),
    slope: kept.map((piece) => piece.slope),
  };
}

const piecesOf = ({ from, base, slope }: PayoutCurve): readonly CurvePiece[] =>
  from.map((start, i) => ({ from: start, base: base[i]!, slope: slope[i]! }));

export const NOTHING: PayoutCurve = curveOf([{ from: 0, base: 0, slope: 0 }]);

/** The piece at an attainment. */
export function pieceAt(curve: PayoutCurve, attainment: number): number {
  let i = curve.from.length - 1;
  while (i > 0 && attainment < curve.from[i]!) i--;
  return i;
}

export function payoutAt(curve: PayoutCurve, attainment: number): number {
  const a = Math.max(0, attainment);
  const i = pieceAt(curve, a);
  return curve.base[i]! + curve.slope[i]! * a;
}

/** What the payout jumps by at a boundary: the piece that begins there less the one that ends there. */
export const jumpAt = (curve: PayoutCurve, piece: number): number =>
  piece === 0
    ? 0
    : curve.base[piece]! -
      curve.base[piece - 1]! +
      (curve.slope[piece]! - curve.slope[piece - 1]!) * curve.from[piece]!;

/** The curve through known values: what an attainment pays, found by asking twice inside each piece. */
export function curveThrough(
  boundaries: readonly number[],
  pays: (attainment: number) => number,
): PayoutCurve {
  const from = [...new Set([0, ...boundaries.filter((b) => b > 0 && Number.isFinite(b))])].sort(
    (a, b) => a - b,
  );
  return curveOf(
    from.map((start, i) => {
      const end = from[i + 1] ?? start + 1;
      // Inside the piece: at its start the piece before may still hold (a boundary that belongs to the tier below).
      const [x1, x2] = [start + (end - start) * 0.25, start + (end - start) * 0.75];
      const [y1, y2] = [pays(x1), pays(x2)];
      const slope = (y2 - y1) / (x2 - x1);
      return { from: start, base: y1 - slope * x1, slope };
    }),
  );
}

/** The curve with what lies above `most` cut, or paid at the share `beyond` of it: pieces are split where they cross. */
export function cappedCurve(curve: PayoutCurve, most: number, beyond = 0): PayoutCurve {
  const cut = ({ from, base, slope }: CurvePiece, inside: number): CurvePiece =>
    base + slope * inside <= most
      ? { from, base, slope }
      : { from, base: most + beyond * (base - most), slope: beyond * slope };
  return curveOf(
    piecesOf(curve).flatMap((piece, i) => {
      const to = curve.from[i + 1] ?? Infinity;
      const crossing = (most - piece.base) / piece.slope;
      if (!(crossing > piece.from && crossing < to)) {
        const end = to === Infinity ? piece.from + 1 : to;
        return [cut(piece, (piece.from + end) / 2)];
      }
      const next = to === Infinity ? crossing + 1 : to;
      return [
        cut(piece, (piece.from + crossing) / 2),
        cut({ ...piece, from: crossing }, (crossing + next) / 2),
      ];
    }),
  );
}

/** Several curves paid together. */
export function summedCurve(curves: readonly PayoutCurve[]): PayoutCurve {
  const from = [...new Set([0, ...curves.flatMap((curve) => curve.from)])].sort((a, b) => a - b);
  return curveOf(
    from.map((start) => {
      const at = curves.map((curve) => ({ curve, piece: pieceAt(curve, start) }));
      return {
        from: start,
        base: at.reduce((sum, { curve, piece }) => sum + curve.base[piece]!, 0),
        slope: at.reduce((sum, { curve, piece }) => sum + curve.slope[piece]!, 0),
      };
    }),
  );
}

/** The curve with at least `least` paid. */
export const flooredCurve = (curve: PayoutCurve, least: number): PayoutCurve =>
  negated(cappedCurve(negated(curve), -least));

const negated = (curve: PayoutCurve): PayoutCurve =>
  curveOf(piecesOf(curve).map(({ from, base, slope }) => ({ from, base: 0 - base, slope: 0 - slope })));

/** The smallest attainment at which so much is paid; null where it never is. */
export function attainmentFor(curve: PayoutCurve, pay: number): number | null {
  for (const [i, { from, base, slope }] of piecesOf(curve).entries()) {
    if (base + slope * from >= pay) return from;
    const at = (pay - base) / slope;
    if (slope > 0 && at < (curve.from[i + 1] ?? Infinity)) return at;
  }
  return null;
}
