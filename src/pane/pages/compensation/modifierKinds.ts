import type { ModifierKind } from '../../../engine/analyses/compensation/plan';
import {
  MODIFIERS,
  type ModifierColumn,
} from '../../../engine/analyses/compensation/planRows/modifierColumns';
import type { EditedRow } from '../../../engine/report/editableTable';

/** The kinds of modifiers by what they are called, in lower case. */
export const KIND_OF = new Map(
  // The keys of the record are the kinds.
  (Object.keys(MODIFIERS) as ModifierKind[]).map((kind) => [MODIFIERS[kind].says.toLowerCase(), kind]),
);
export const kindOf = (row: EditedRow): ModifierKind | undefined =>
  KIND_OF.get(
    String(row['modifier'] ?? '')
      .trim()
      .toLowerCase(),
  );

/** The words that a modifier's cell may hold; undefined where it is not chosen from a list. */
export function modifierChoices(row: EditedRow, column: string): readonly string[] | undefined {
  const kind = kindOf(row);
  const use = kind && MODIFIERS[kind].columns[column as ModifierColumn];
  return use?.is === 'choice' ? Object.values(use.words) : undefined;
}
