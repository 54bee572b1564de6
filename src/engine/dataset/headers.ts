/**
 * Headers as people and exports write them, brought to one form so that "Close Date*", `CloseDate`, "close_date" and
 * "Deal - Close date" meet in the vocabulary.
 */

/** Entities that exports put before a field: "Deal - Title", "Opportunity: Stage". */
const ENTITY_PREFIX =
  /^(?:deal|activity|opportunity|aktivitat|verkaufschance|affaire|activite|opportunite|negocio|trato|actividad|atividade|oportunidad|oportunidade|activiteit|verkoopkans)\s*[-–—:.]\s+(?=\S)/;

/** Words before a field that only say what the sheet is about: "opportunity stage", "deal value", "sales quota". */
const SUBJECT_WORD = /^(?:opportunity|opp|deal|sales)\s+(?=\S)/;

const PARENTHESES = /\([^)]*\)|\[[^\]]*\]/g;

/** Lower case without diacritics, quotes, asterisks, invisible characters or pictures; camel case becomes words, # and N° their word. */
function plain(text: string): string {
  return text
    .replace(/__c$/i, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/#/g, ' number ')
    .replace(/(?<!\p{L})n\.?\s?[°º]/gu, ' numero ');
}

const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** "Amount (converted)" → "amount converted"; the form in which headers and vocabulary are compared. */
export const normaliseHeader = (text: string): string => words(plain(text));

/** A way to read a header and how much of a match by it counts. */
export interface HeaderForm {
  readonly text: string;
  readonly strength: number;
}

/** The forms of a header, the most literal first: whole, without entity prefix, without parentheses, without subject. */
export function headerForms(header: string): readonly HeaderForm[] {
  const lower = plain(header).trim();
  const bare = lower.replace(ENTITY_PREFIX, '');
  const forms = new Map<string, number>();
  const add = (text: string, strength: number): void => {
    if (text !== '' && !forms.has(text)) forms.set(text, strength);
  };
  add(words(lower), 1);
  add(words(bare), 0.99);
  add(words(bare.replace(PARENTHESES, ' ')), 0.97);
  add(words(bare.replace(PARENTHESES, ' ')).replace(SUBJECT_WORD, ''), 0.95);
  return [...forms].map(([text, strength]) => ({ text, strength }));
}

/** Headers made unique in their order: a second "Stage" is "Stage#2". Order of equal headers is that of the sheet. */
export function uniqueHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set(headers);
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const before = seen.get(header);
    if (before === undefined) {
      seen.set(header, 1);
      return header;
    }
    let n = before + 1;
    while (taken.has(`${header}#${n}`)) n++;
    seen.set(header, n);
    taken.add(`${header}#${n}`);
    return `${header}#${n}`;
  });
}
