/**
 * Excel on the web takes and gives 5 MB at once; chunks are sized by the bytes they serialise to, not by rows, with room
 * for the envelope.
 */
export const CHUNK_BYTES = 2_000_000;

/** Most rows measured when the size of many is estimated. */
const MEASURED_ROWS = 64;

/** Serialised size of a rectangle, estimated from rows spread over it. */
export function bytesOf(rows: readonly (readonly unknown[])[]): number {
  const stride = Math.max(1, Math.ceil(rows.length / MEASURED_ROWS));
  let bytes = 0;
  let measured = 0;
  for (let r = 0; r < rows.length; r += stride) {
    bytes += JSON.stringify(rows[r]).length + 1;
    measured++;
  }
  return measured === 0 ? 0 : Math.ceil((bytes / measured) * rows.length);
}

export interface RowChunk<T> {
  readonly from: number;
  readonly rows: readonly T[];
}

/** Consecutive rows in chunks of at most `CHUNK_BYTES`; a single row is never split. */
export function* rowChunks<T extends readonly unknown[]>(rows: readonly T[]): Generator<RowChunk<T>> {
  let from = 0;
  let bytes = 0;
  for (let r = 0; r < rows.length; r++) {
    const size = JSON.stringify(rows[r]).length + 1;
    if (r > from && bytes + size > CHUNK_BYTES) {
      yield { from, rows: rows.slice(from, r) };
      from = r;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < rows.length) yield { from, rows: rows.slice(from) };
}
