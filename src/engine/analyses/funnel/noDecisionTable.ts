import { rowsOf, type EditableTable, type EditedTables } from '../../report/editableTable';

/** Phrases by which a loss without a decision is known; a person adds those of the own CRM. */
export const noDecisionTable: EditableTable = {
  id: 'noDecision',
  title: 'Losses without a decision',
  help: 'A lost deal whose loss reason, or lost stage, holds one of these phrases counts as lost without a decision: a third way to end beside won and lost. In the win rate it counts as lost.',
  columns: [{ id: 'phrase', header: 'Reason or stage says', format: 'text', width: 30 }],
  initial: [
    'No decision',
    'No response',
    'Unresponsive',
    'Went dark',
    'Went silent',
    'Ghosted',
    'Postponed',
    'Project cancelled',
    'Stalled',
    'Keine Entscheidung',
    'Sans décision',
    'Sin decisión',
    'Geen beslissing',
    'Sem decisão',
  ].map((phrase) => ({ phrase })),
};

export const noDecisionPhrases = (edited: EditedTables): readonly string[] =>
  rowsOf(noDecisionTable, edited).flatMap(({ phrase }) => (typeof phrase === 'string' ? [phrase] : []));
