import { MEASURE, PERSON_MEASURED, type Synonyms } from './synonymLists';

/** What people call the columns of a sheet of results. */
export const resultSynonyms: Readonly<Record<string, Synonyms>> = {
  period: {
    en: 'period | month | week | quarter | reporting period | time period | calendar month | calendar week',
    de: 'periode | zeitraum | monat | woche | kalenderwoche | kw | quartal',
    fr: 'mois | semaine | trimestre',
    es: 'periodo | mes | semana | trimestre',
    nl: 'maand | kwartaal',
  },
  // A month may be written as a date: then it is the start of the period.
  start: {
    en: 'period start | month start | week start | week beginning | week commencing | start of month | start of week | start date | month | week | quarter | period',
    de: 'periodenbeginn | monatsbeginn | wochenbeginn | beginn | startdatum | monat | woche | quartal',
    fr: 'date de debut | debut | debut du mois | debut de semaine | mois | semaine | trimestre',
    es: 'fecha de inicio | inicio | inicio de mes | inicio de semana | mes | semana | trimestre | periodo',
    pt: 'data de inicio | inicio do mes | inicio da semana',
    nl: 'begindatum | maand | kwartaal | periode',
    perhaps: 'start | from | date | datum | fecha | data',
  },
  end: {
    en: 'period end | month end | week end | week ending | end of month | end of week | end date',
    de: 'periodenende | monatsende | wochenende | enddatum',
    fr: 'date de fin | fin du mois | fin de semaine',
    es: 'fecha de fin | fin de mes | fin de semana',
    pt: 'data de fim | fim do mes | fim da semana',
    nl: 'einddatum',
    perhaps: 'end | to | until',
  },
  measure: MEASURE,
  value: {
    en: 'value | result | results | actual | actuals | actual value | achieved',
    de: 'wert | ergebnis | ist | istwert',
    fr: 'valeur | resultat | realise',
    es: 'valor | resultado | real',
    pt: 'realizado',
    nl: 'waarde | resultaat | werkelijk',
    perhaps: 'amount | betrag | montant | importe | bedrag',
  },
  person: PERSON_MEASURED,
};
