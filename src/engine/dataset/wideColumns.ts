import { normaliseHeader } from './headers';
import type { Column } from './recogniseColumns';
import { ACTIVITY_WORDS, CALL_WORDS, RESULT_WORDS, STAGE_WORDS } from './synonyms';
import { wordList } from './vocabulary';

/**
 * Wide tables: history as a date column per stage, activities as a count column per type.
 */
export interface StageDate {
  readonly stage: string;
  readonly column: Column;
}

/** "Date entered "Demo (Sales Pipeline)"" and its translations; the first group is the stage. */
const ENTERED: readonly RegExp[] = [
  /^(?:date |time )?entered(?: stage)?[\s_:-]+(.+)$/i,
  /^(?:datum (?:des )?)?eintritt(?:s|sdatum)?(?: in)?[\s_:]+(.+)$/i,
  /^(?:datum )?(?:eingetreten|eingegangen|eingegeben)(?: am| in)?[\s_:]+(.+)$/i,
  /^date d['’]entr[ée]e(?: dans)?[\s_:]+(.+)$/i,
  /^fecha de entrada(?: en| a)?[\s_:]+(.+)$/i,
  /^data de entrada(?: em| na| no)?[\s_:]+(.+)$/i,
  /^datum (?:ingegaan|binnengekomen)(?: in)?[\s_:]+(.+)$/i,
  /^(.+?)[\s_-]+(?:date entered|entered date|entered on|entered at|entered|entry date)$/i,
];
const QUOTED = /^["'“”„‟‘’«»]+\s*(.+?)\s*["'“”„‟‘’«»]+$/;
const NO_STAGE: ReadonlySet<string> = new Set(['current stage', 'stage', 'on', 'at', 'date']);
const ANY_STAGE = wordList(STAGE_WORDS);
const ACTIVITIES: ReadonlySet<string> = new Set(ACTIVITY_WORDS.split(' '));
const CALLS: ReadonlySet<string> = new Set(CALL_WORDS.split(' '));
const RESULTS: ReadonlySet<string> = new Set(RESULT_WORDS.split(' '));
const LEAST_SHARE = 0.5;

/** The stage that a header says was entered, as written; undefined when it says no such thing. */
export function stageEntered(header: string): string | undefined {
  const text = header
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .trim();
  for (const pattern of ENTERED) {
    const written = pattern.exec(text)?.[1]?.trim();
    if (!written) continue;
    const quoted = QUOTED.exec(written)?.[1];
    // HubSpot writes the pipeline behind the stage, within the quotes.
    const stage =
      quoted?.replace(/\s*\([^()]*\)$/, '') ?? (written.includes(' ') ? written : written.replace(/_/g, ' '));
    return NO_STAGE.has(normaliseHeader(stage)) ? undefined : stage;
  }
  return undefined;
}

const isDates = ({ profile: p }: Column): boolean =>
  p.filled === 0 || (p.dates + p.serials) / p.filled >= LEAST_SHARE;

/**
 * Date columns that say when a stage was entered: by their header ("Date entered …"), or because they are named like a
 * stage ("Demo", "Proposal date"), for which it takes two of them. `stages` are the values of the stage column.
 */
export function stageDateColumns(
  columns: readonly Column[],
  stages: ReadonlySet<string>,
): readonly StageDate[] {
  const entered = columns.filter(isDates).flatMap((column) => {
    const stage = stageEntered(column.header.written);
    return stage === undefined ? [] : [{ stage, column }];
  });
  if (entered.length > 0) return entered;
  const known = new Map([...stages].map((stage) => [normaliseHeader(stage), stage]));
  const named = columns.flatMap((column) => {
    if (!isDates(column) || column.profile.filled === 0) return [];
    const name = normaliseHeader(column.header.written).replace(/ date$|^date /, '');
    const stage =
      known.get(name) ?? (ANY_STAGE.has(name) ? column.header.written.replace(/[ _]date$/i, '') : '');
    return stage === '' ? [] : [{ stage, column }];
  });
  return named.length >= 2 ? named : [];
}

const isNumbers = ({ profile: p }: Column): boolean => p.filled > 0 && p.numbers / p.filled >= LEAST_SHARE;

const hasWord = (text: string, words: ReadonlySet<string>): boolean =>
  normaliseHeader(text)
    .split(' ')
    .some((word) => words.has(word));
const isNamed = ({ header }: Column, words: ReadonlySet<string>): boolean => hasWord(header.written, words);

/** Whether a name says that people were called. */
export const namesCall = (name: string): boolean => hasWord(name, CALLS);

/** Whether a name says that something was done ("Calls", "Number of demos held"). */
export const namesActivity = (name: string): boolean => hasWord(name, ACTIVITIES);

/** Number columns named after an activity ("Calls", "Number of demos held"). */
export const activityCountColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((column) => isNumbers(column) && isNamed(column, ACTIVITIES));

/** Number columns named after a result ("Wins", "Won amount", "Revenue", and not "Sales calls"). */
export const resultColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((column) => isNumbers(column) && isNamed(column, RESULTS) && !isNamed(column, ACTIVITIES));

/** The series of a sheet of results: the columns named after results and activities, or all numbers where none is. */
export function measureColumns(columns: readonly Column[]): readonly Column[] {
  const named = columns.filter(
    (column) => isNumbers(column) && (isNamed(column, RESULTS) || isNamed(column, ACTIVITIES)),
  );
  return named.length > 0 ? named : columns.filter(isNumbers);
}
