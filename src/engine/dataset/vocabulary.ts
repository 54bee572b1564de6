import { headerForms, normaliseHeader } from './headers';
import { ROLE_IDS, ROLES, type RoleId } from './roles';
import { SYNONYMS, type Synonyms } from './synonyms';

/** What a header may mean: a field of a role and, from 0 to 1, how surely. */
export interface Meaning {
  readonly role: RoleId;
  readonly field: string;
  readonly strength: number;
}

/** What a sure word counts, and one that may also mean something else. */
const SURE = 1;
const PERHAPS = 0.6;
/** So much less does each later synonym of a list count: enough to order them, too little to outweigh a kind of match. */
const LATER = 0.0004;

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'nl'] as const satisfies readonly (keyof Synonyms)[];

const split = (list: string | undefined): readonly string[] =>
  (list ?? '').split('|').map(normaliseHeader).filter(Boolean);

const INDEX: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const index = new Map<string, Meaning[]>();
  for (const role of ROLE_IDS)
    for (const [field, synonyms] of Object.entries(SYNONYMS[role])) {
      const known = new Set<string>();
      const add = (word: string, strength: number): void => {
        if (known.has(word)) return;
        known.add(word);
        const meanings = index.get(word) ?? [];
        meanings.push({ role, field, strength });
        index.set(word, meanings);
      };
      for (const language of LANGUAGES)
        split(synonyms[language]).forEach((word, at) => add(word, SURE - at * LATER));
      split(synonyms.perhaps).forEach((word, at) => add(word, PERHAPS - at * LATER));
    }
  return index;
})();

/** Every meaning of a header over all roles, each field once with the strongest of its forms. */
export function meaningsOf(header: string): readonly Meaning[] {
  const best = new Map<string, Meaning>();
  for (const form of headerForms(header))
    for (const meaning of INDEX.get(form.text) ?? []) {
      const key = `${meaning.role} ${meaning.field}`;
      const strength = meaning.strength * form.strength;
      if (strength > (best.get(key)?.strength ?? 0)) best.set(key, { ...meaning, strength });
    }
  return [...best.values()];
}

/** True for the strength of a sure word, false for one that may also mean something else. */
export const isSure = (strength: number): boolean => strength > PERHAPS + (SURE - PERHAPS) / 2;

/** What a row of headers names at best. */
export interface Named {
  /** How many different fields of one role; a header names one of its fields only. */
  readonly fields: number;
  /** True when there is all that one of the roles needs. */
  readonly complete: boolean;
}

export function fieldsNamed(headers: readonly string[]): Named {
  const fields = new Map<RoleId, Set<string>>(ROLE_IDS.map((role) => [role, new Set()]));
  for (const header of headers) {
    const meanings = [...meaningsOf(header)].sort((a, b) => b.strength - a.strength);
    for (const [role, named] of fields) {
      const meant = meanings.find((m) => m.role === role && !named.has(m.field));
      if (meant) named.add(meant.field);
    }
  }
  return {
    fields: Math.max(...[...fields.values()].map((named) => named.size)),
    complete: [...fields].some(([role, named]) =>
      ROLES[role].required.every((group) => group.some((field) => named.has(field))),
    ),
  };
}

/** The words of a `|` list in the form of headers. */
export const wordList = (list: string): ReadonlySet<string> => new Set(split(list));
