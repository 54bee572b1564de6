import { ROLES, type RoleId } from './roles';
import { ACCOUNT, join, PERSON, REGION, type Synonyms } from './synonymLists';

type CompensationRole = Extract<
  RoleId,
  'bookings' | 'splits' | 'attainments' | 'planComponents' | 'planTiers' | 'planModifiers'
>;

const PERSONS = {
  ...PERSON,
  en: join(
    PERSON.en,
    'sales person id | salesperson id | owner | employee name | employee | person | credited to',
  ),
  perhaps: 'name | user | employee id',
} satisfies Synonyms;

const PERIOD = {
  en: 'period | fiscal period | fiscal quarter | quarter | month | fiscal year | year',
  de: 'periode | zeitraum | quartal | monat | jahr',
  fr: 'periode | trimestre | mois | annee | exercice',
  es: 'periodo | trimestre | mes | ano',
  nl: 'periode | kwartaal | maand | jaar',
} satisfies Synonyms;

/** The tables of plans are of our own making: their columns are called what their fields are. */
const asLabelled = (role: RoleId): Readonly<Record<string, Synonyms>> =>
  Object.fromEntries(ROLES[role].fields.map(({ id, label }) => [id, { en: label }]));

/** What people call the fields of the sheets that pay is worked out from. */
export const compensationSynonyms: Readonly<Record<CompensationRole, Readonly<Record<string, Synonyms>>>> = {
  bookings: {
    id: {
      en: 'order id | order number | order no | sales order id | sales order number | booking id | booking number | invoice id | invoice number | invoice no',
      de: 'auftragsnummer | auftragsnr | bestellnummer | rechnungsnummer',
      fr: 'numero de commande | numero de facture',
      es: 'numero de pedido | numero de factura',
      pt: 'numero do pedido | numero da fatura',
      nl: 'ordernummer | bestelnummer | factuurnummer',
    },
    person: PERSONS,
    date: {
      en: 'order date | booking date | booked on | booked date | invoice date | sale date | credit date',
      de: 'auftragsdatum | bestelldatum | rechnungsdatum | buchungsdatum',
      fr: 'date de commande | date de facture',
      es: 'fecha de pedido | fecha de factura',
      pt: 'data do pedido | data da fatura',
      nl: 'orderdatum | besteldatum | factuurdatum',
    },
    amount: {
      en: 'sub total | subtotal | order amount | order value | booking amount | booked amount | bookings | invoice amount | net amount | net sales | sales amount | credited amount',
      de: 'auftragswert | auftragssumme | rechnungsbetrag | nettobetrag',
      fr: 'montant de la commande | montant facture | montant ht',
      es: 'importe del pedido | importe neto',
      pt: 'valor do pedido | valor liquido',
      nl: 'orderwaarde | orderbedrag | factuurbedrag',
      perhaps: 'amount | revenue | total | total due | value | betrag | montant | importe | valor | bedrag',
    },
    margin: {
      en: 'margin | gross margin | gross profit | cost | cost of goods | cogs',
      de: 'marge | deckungsbeitrag | rohertrag | kosten',
      fr: 'marge brute | cout',
      es: 'margen | coste | costo',
      pt: 'margem | custo',
      nl: 'brutomarge | kosten',
    },
    quantity: {
      en: 'quantity | qty | order qty | units | units sold',
      de: 'menge | stuckzahl',
      fr: 'quantite',
      es: 'cantidad | unidades',
      pt: 'quantidade | unidades',
      nl: 'aantal',
    },
    currency: { en: 'currency | currency code | order currency', de: 'wahrung', fr: 'devise', es: 'moneda' },
    account: ACCOUNT,
    type: { en: 'order type | booking type | deal type | type of business', perhaps: 'type | category' },
    product: {
      en: 'product | product name | product family | product line',
      de: 'produkt',
      fr: 'produit',
      es: 'producto',
      pt: 'produto',
    },
    segment: { en: 'segment | customer segment', de: 'kundensegment', fr: 'segment client', es: 'segmento' },
    region: REGION,
    contractTerm: {
      en: 'contract term | contract length | contract months | term months | term',
      de: 'vertragslaufzeit | laufzeit',
      fr: 'duree du contrat',
      es: 'duracion del contrato',
      pt: 'prazo do contrato',
      nl: 'contractduur | looptijd',
    },
    cancelled: {
      en: 'cancelled date | canceled date | cancellation date | cancelled on | canceled on',
      de: 'stornodatum | kundigungsdatum',
      fr: 'date d annulation',
      es: 'fecha de cancelacion',
      pt: 'data de cancelamento',
      nl: 'annuleringsdatum',
    },
    paid: {
      en: 'commission paid so far | commission paid | paid commission',
      de: 'ausgezahlte provision',
    },
  },
  splits: {
    deal: {
      en: 'opportunity or order id | opportunity id | opp id | deal id | order id | sales order id | order number',
      de: 'opportunity nummer | auftragsnummer',
      perhaps: 'opportunity | deal | order',
    },
    person: {
      ...PERSONS,
      en: join(
        'split owner | split owner id | split owner name | team member name | team member',
        PERSONS.en,
      ),
    },
    share: {
      en: 'split percentage | split percent | split pct | split share | split | share | credit share | credit percent | credit percentage',
      de: 'anteil | split anteil | provisionsanteil',
      fr: 'part | repartition',
      es: 'porcentaje de reparto | reparto',
      nl: 'aandeel',
      perhaps: 'percent | percentage',
    },
  },
  attainments: {
    person: PERSONS,
    period: PERIOD,
    start: {
      en: 'period start | period start date | start of period',
      perhaps: 'start date | start | from | date',
    },
    end: { en: 'period end | period end date | end of period', perhaps: 'end date | end | to' },
    measure: {
      en: 'measure | metric | kpi | objective | goal',
      de: 'kennzahl | ziel',
      fr: 'indicateur',
      es: 'metrica',
    },
    attainment: {
      en: 'attainment | quota attainment | attainment percent | percent attained | achievement | percent achieved',
      de: 'zielerreichung | erreichungsgrad',
      fr: 'taux d atteinte | atteinte',
      es: 'cumplimiento | porcentaje de cumplimiento',
      pt: 'atingimento',
      nl: 'doelrealisatie',
    },
    credited: {
      en: 'credited | credited amount | credit | actual | actuals',
      de: 'angerechnet | ist',
      perhaps: 'amount',
    },
  },
  planComponents: asLabelled('planComponents'),
  planTiers: asLabelled('planTiers'),
  planModifiers: asLabelled('planModifiers'),
};
