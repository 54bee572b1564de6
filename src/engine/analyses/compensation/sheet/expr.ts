import { live, type Part } from '../../../report/formula';
import type { Live, Ref } from '../../../report/report';

/** A piece of a formula over symbolic references. */
export type Expr = readonly Part[];

type Piece = Expr | Ref | string | number;

const partsOf = (piece: Piece): Expr =>
  typeof piece === 'number' ? [String(piece)] : typeof piece === 'string' || 'ref' in piece ? [piece] : piece;

/** expr`IF(${quota}>0,${credited}/${quota},"")`: text and references alternating. */
export const expr = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Expr =>
  texts.flatMap((text, i): Expr => {
    const piece = pieces[i];
    return [...(text === '' ? [] : [text]), ...(piece === undefined ? [] : partsOf(piece))];
  });

/** Pieces with a separator between them: the arguments of a function, the terms of a sum. */
export const joined = (pieces: readonly Piece[], separator: string): Expr =>
  pieces.flatMap((piece, i) => [...(i === 0 ? [] : [separator]), ...partsOf(piece)]);

/** A cell with this formula and the value that the engine computed. */
export const liveOf = (value: Live['value'], formula: Expr): Live => live(value, ...formula);
