/** Sweeps after which Jacobi's rotations have long since met double precision. */
const SWEEPS = 60;

export interface Eigen {
  /** In no order. */
  readonly values: Float64Array;
  /** Column j (`vectors[i × n + j]`) belongs to value j; orthonormal. */
  readonly vectors: Float64Array;
}

/** Eigenvalues and vectors of a small symmetric matrix (row by row, n × n) by Jacobi's rotations: simple, and exact to rounding. */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;

  /** Columns i and j of m by the angle of this cosine and sine. */
  function rotateColumns(m: Float64Array, i: number, j: number, c: number, s: number): void {
    for (let k = 0; k < n; k++) {
      const [p, q] = [m[k * n + i]!, m[k * n + j]!];
      m[k * n + i] = c * p - s * q;
      m[k * n + j] = s * p + c * q;
    }
  }
  function rotateRows(i: number, j: number, c: number, s: number): void {
    for (let k = 0; k < n; k++) {
      const [p, q] = [a[i * n + k]!, a[j * n + k]!];
      a[i * n + k] = c * p - s * q;
      a[j * n + k] = s * p + c * q;
    }
  }

  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const here = a[i * n + j]!;
        if (here === 0) continue;
        off += Math.abs(here);
        const theta = (a[j * n + j]! - a[i * n + i]!) / (2 * here);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotateColumns(a, i, j, c, t * c);
        rotateRows(i, j, c, t * c);
        rotateColumns(vectors, i, j, c, t * c);
      }
    if (off === 0) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}
