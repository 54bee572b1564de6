import { readWideNumbers } from './numberColumns';
import type { Trouble } from './trouble';
import { allRows } from './compact';
import type { TextColumn } from './dataset';
import type { Part, Stack } from './stack';

/** Records made of rows: a long row is one, a row of a wide table one for every number it holds. */
export interface Records {
  /** Row of the stack. */
  readonly row: Int32Array;
  readonly kind: TextColumn;
  readonly number: Float64Array;
}

/** A column of a wide table: numbers of one kind. */
export interface WideColumn {
  readonly kind: string;
  readonly header: string;
}

/**
 * The records of a stack. Of a table without wide columns every row is one, of the kind and number that `long` has for
 * it; of a table with some only these count.
 *
 * @param field to which cells that cannot be read are reported
 */
export function recordsOf(
  stack: Stack,
  long: Omit<Records, 'row'>,
  wideColumns: (part: Part) => readonly WideColumn[],
  field: string,
  troubles: Trouble[],
): Records {
  const wide = stack.parts.map((part) =>
    wideColumns(part).map(({ kind, header }) => ({
      kind,
      values: readWideNumbers(part, header, field, stack.count, troubles),
    })),
  );
  if (wide.every((columns) => columns.length === 0)) return { row: allRows(stack.count), ...long };
  const labels = [...long.kind.labels];
  const codeOf = (kind: string): number => {
    if (!labels.includes(kind)) labels.push(kind);
    return labels.indexOf(kind);
  };
  const row: number[] = [];
  const codes: number[] = [];
  const number: number[] = [];
  stack.parts.forEach((part, p) => {
    const columns = wide[p]!.map((w) => ({ ...w, code: codeOf(w.kind) }));
    for (let at = part.from; at < part.from + part.rowOf.length; at++) {
      if (columns.length === 0) {
        row.push(at);
        codes.push(long.kind.codes[at]!);
        number.push(long.number[at]!);
      }
      for (const { code, values } of columns)
        if (values[at] === values[at]) {
          row.push(at);
          codes.push(code);
          number.push(values[at]!);
        }
    }
  });
  return {
    row: Int32Array.from(row),
    kind: { codes: Int32Array.from(codes), labels },
    number: Float64Array.from(number),
  };
}
