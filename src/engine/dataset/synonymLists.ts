/**
 * What people and exports call each field, as data. Synonyms are separated by `|` and stand in order of preference:
 * where a table has two of them, the earlier one is taken. `perhaps` holds words that may also mean something else;
 * they count less and lose against any sure word. Words are compared by `headerForms`, so case, diacritics, camel case,
 * underscores, "Deal - ", "(converted)" and a leading "deal", "opportunity" or "sales" need no entry of their own.
 *
 * Sources of the export headers: Salesforce (opportunity, opportunity history, field history and activity reports; API
 * names), HubSpot deals, Pipedrive deals and activities, Dynamics 365 opportunities and activities.
 */
export interface Synonyms {
  readonly en?: string;
  readonly de?: string;
  readonly fr?: string;
  readonly es?: string;
  readonly pt?: string;
  readonly nl?: string;
  readonly perhaps?: string;
}

/** The words of several fields together, for a field that may be called by any of them. */
export const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' | ');

export const ACCOUNT = {
  en: 'account name | account | customer name | customer | company name | company | client name | client | organization name | organization | organisation | potential customer | company account | associated company | primary associated company | related account',
  de: 'accountname | kundenname | kunde | firmenname | firma | unternehmen | zugehoriges unternehmen | zugeordnetes unternehmen | primares unternehmen | potenzieller kunde',
  fr: 'nom du compte | compte | nom du client | client potentiel | societe | entreprise | entreprise associee | nom de l entreprise',
  es: 'nombre de la cuenta | nombre de cuenta | cuenta | cliente | nombre del cliente | cliente potencial | empresa | empresa asociada | organizacion',
  pt: 'nome da conta | conta | nome do cliente | empresa | empresa associada | organizacao',
  nl: 'accountnaam | naam account | klantnaam | klant | bedrijfsnaam | bedrijf | gekoppeld bedrijf | organisatie | potentiele klant',
  perhaps: 'account id | customer id | company id | customer number',
} satisfies Synonyms;

export const PERSON = {
  en: 'sales rep | sales representative | rep name | rep | salesperson | sales person | sales agent | seller | account executive | account manager | agent name | agent | ae | sales owner',
  de: 'vertriebsmitarbeiter | verkaufer | vertriebler | kundenbetreuer | aussendienst',
  fr: 'commercial | vendeur | charge d affaires | representant',
  es: 'vendedor | comercial | ejecutivo de cuenta | ejecutivo de ventas | agente | representante',
  pt: 'executivo de contas | executivo de vendas | consultor de vendas',
  nl: 'verkoper | accountmanager | vertegenwoordiger',
} satisfies Synonyms;

export const REGION = {
  en: 'region | sales region | territory | sales territory | territory name | regional office | area | country | geography',
  de: 'gebiet | vertriebsgebiet | verkaufsgebiet | land',
  fr: 'territoire | secteur geographique | pays',
  es: 'territorio | pais | zona',
  pt: 'regiao',
  nl: 'regio | rayon',
  perhaps: 'territory id | office',
} satisfies Synonyms;

/** Whose quota or result it is. */
export const PERSON_MEASURED = {
  ...PERSON,
  en: join(PERSON.en, 'owner | employee name | employee | full name | team member | person | user name'),
  de: join(PERSON.de, 'mitarbeiter | inhaber'),
  fr: join(PERSON.fr, 'proprietaire | collaborateur'),
  es: join(PERSON.es, 'propietario | empleado'),
  pt: join(PERSON.pt, 'proprietario | funcionario'),
  nl: join(PERSON.nl, 'eigenaar | medewerker'),
  perhaps: 'name | nom | nombre | nome | naam | user | employee id | business entity id | id',
} satisfies Synonyms;

export const MEASURE = {
  en: 'measure | metric | quota type | kpi',
  de: 'kennzahl | messgrosse',
  fr: 'indicateur | mesure',
  es: 'metrica | indicador',
  nl: 'maatstaf',
  perhaps: 'type',
} satisfies Synonyms;
