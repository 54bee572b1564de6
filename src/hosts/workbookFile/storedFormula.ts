/**
 * Functions that Excel got after 2007. In a file their names carry a prefix (MS-XLSX, 2.3.3); without it Excel shows
 * #NAME? until the cell is edited. LibreOffice and others read the prefix too.
 */
const PREFIXED = new Set(
  `ACOT AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV CEILING.MATH CHISQ.DIST
  CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P
  COVARIANCE.S DAYS DECIMAL ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH
  FORECAST.LINEAR GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS ISOWEEKNUM LET
  LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV
  NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST
  QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ RRI SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV
  T.INV.2T T.TEST TEXTJOIN VAR.P VAR.S WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);

/** Strings and quoted sheet names, which are left alone; or a function's name before its bracket. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Z][A-Z0-9.]*)(?=\()/gi;

/** A formula, without "=", as a file keeps it. */
export const storedFormula = (formula: string): string =>
  formula.replace(PIECE, (piece, name: string | undefined) =>
    name !== undefined && PREFIXED.has(name.toUpperCase()) ? `_xlfn.${piece}` : piece,
  );
