import { folded } from './text';

/** What a status or a stage name says about the end of a deal. */
export type OutcomeWord = 'open' | 'won' | 'lost';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** English, German, French, Spanish, Portuguese, Dutch; folded (no diacritics, lower case). */
const LOST = words(
  'lost loss lose declined rejected cancelled canceled abandoned disqualified dead unqualified withdrawn expired ' +
    'verloren abgelehnt abgesagt storniert abgebrochen perdu perdue perdus refuse annule annulee abandonne ' +
    'perdida perdido rechazada rechazado cancelada cancelado anulada anulado perdeu recusada recusado ' +
    'afgewezen geannuleerd verlopen',
);
const WON = words(
  'won gewonnen gagne gagnee gagnes signe signee ganada ganado ganha ganho ganhou vencida gewonne',
);
const OPEN = words(
  'open active offen aktiv ouvert ouverte actif abierta abierto activa activo aberta aberto ativa ativo actief ' +
    'pending working ongoing',
);
const NEGATIONS = words('not no non nicht pas nao niet un');

/** Whole phrases that hold none of the words above, or would be misread by them. */
const PHRASES: Readonly<Record<string, OutcomeWord>> = {
  win: 'won',
  'no decision': 'lost',
  'no sale': 'lost',
  'no deal': 'lost',
  'in progress': 'open',
  'in bearbeitung': 'open',
  'en cours': 'open',
  'en curso': 'open',
  'em andamento': 'open',
  'in behandeling': 'open',
};

const CLOSED =
  /\b(closed|geschlossen|abgeschlossen|ferme|cloture|cerrad[oa]|fechad[oa]|gesloten|afgesloten)\b/;

/** True for names of a closed stage that does not say how it closed ("Closed", "Abgeschlossen"). */
export const saysClosedOnly = (text: string): boolean =>
  CLOSED.test(folded(text)) && outcomeOfWords(text) === undefined;

/**
 * "Closed Won", "7 Lost - declined", "Gewonnen", "Perdu", "No decision": what the words say, undefined when they say
 * nothing ("Proposal", "Closed"). A word of loss outweighs a word of winning ("Lost to who won"), a negation turns a
 * win into a loss ("Not won").
 */
export function outcomeOfWords(text: string): OutcomeWord | undefined {
  const phrase = folded(text);
  const bare = phrase.replace(/^\d+ /, '');
  if (Object.hasOwn(PHRASES, bare)) return PHRASES[bare];
  let won = false;
  let negated = false;
  let open = false;
  for (const word of bare.split(' ')) {
    if (LOST.has(word)) return 'lost';
    if (NEGATIONS.has(word)) negated = true;
    else if (WON.has(word)) won = true;
    else if (OPEN.has(word)) open = true;
  }
  if (won) return negated ? 'lost' : 'won';
  return open && !negated ? 'open' : undefined;
}
