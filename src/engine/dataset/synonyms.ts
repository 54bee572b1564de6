import { compensationSynonyms } from './compensationSynonyms';
import type { RoleId } from './roles';
import { resultSynonyms } from './resultSynonyms';
import { ACCOUNT, join, MEASURE, PERSON, PERSON_MEASURED, REGION, type Synonyms } from './synonymLists';

export type { Synonyms };

/** Each of some words before each of others: "id, numero" and "del negocio" are "id del negocio" and "numero del negocio". */
function pairs(firsts: string, seconds: string): string {
  const list = (words: string): readonly string[] => words.split(' | ');
  return list(firsts)
    .flatMap((first) => list(seconds).map((second) => `${first} ${second}`))
    .join(' | ');
}

const OPPORTUNITY_ID = {
  en: join(
    'opportunity id | opp id | deal id | do not modify opportunity | record id | record id deal | opportunity record id | opportunity key | opportunity guid | application id | application number | crm id',
    pairs('opportunity | opp | deal', 'number | no | nr'),
  ),
  de: join(
    'id der verkaufschance | nummer der verkaufschance | datensatz id',
    pairs('verkaufschance | verkaufschancen | vertriebschance', 'id | nr | nummer'),
    'verkaufschancennummer | verkaufschancennr | opportunitynummer | dealnummer | opportunity nummer | deal nummer',
  ),
  fr: join(
    'id de l enregistrement | id d enregistrement',
    pairs(
      'id | identifiant | numero | no',
      'de l opportunite | d opportunite | opportunite | de l affaire | d affaire | affaire | de la transaction',
    ),
  ),
  es: join(
    'id de registro | id del registro',
    pairs(
      'id | numero | no | codigo',
      'de la oportunidad | de oportunidad | oportunidad | del negocio | de negocio | negocio | del trato',
    ),
  ),
  pt: join(
    'id do registro',
    pairs(
      'id | numero | no | codigo',
      'da oportunidade | de oportunidade | oportunidade | do negocio | de negocio',
    ),
  ),
  nl: join(
    'id van verkoopkans | nummer van verkoopkans | recordid',
    pairs('verkoopkans | opportunity | deal', 'id | nr | nummer'),
    'verkoopkansnummer | opportunitynummer | dealnummer',
  ),
} satisfies Synonyms;

const OPPORTUNITY_NAME = {
  en: 'opportunity name | deal name | opp name | opportunity title | deal title | topic | opportunity | deal',
  de: 'name der verkaufschance | verkaufschancenname | opportunity name | dealname | thema | verkaufschance',
  fr: 'nom de l opportunite | nom opportunite | nom de l affaire | nom de la transaction | rubrique | opportunite | affaire',
  es: 'nombre de la oportunidad | nombre de oportunidad | nombre oportunidad | nombre del negocio | nombre del trato | tema | oportunidad',
  pt: 'nome da oportunidade | nome oportunidade | nome do negocio | topico | oportunidade',
  nl: 'naam opportunity | naam van verkoopkans | naam verkoopkans | opportunitynaam | dealnaam | onderwerp | verkoopkans',
} satisfies Synonyms;

const STAGE = {
  en: 'stage | stage name | deal stage | opportunity stage | sales stage | pipeline stage | current stage | furthest stage | pipeline phase | sales phase | phase',
  de: 'stufe | verkaufsphase | vertriebsphase | verkaufsstufe | vertriebsstufe | phasenname | stadium | dealphase | pipelinephase',
  fr: 'etape | nom de l etape | etape de vente | phase de vente | etape de la transaction | etape de l affaire | etape du pipeline',
  es: 'etapa | fase | nombre de la etapa | etapa de ventas | etapa del negocio | etapa de la oportunidad | fase de ventas | fase de venta | etapa de venta',
  pt: 'estagio | nome da fase | fase da oportunidade | etapa do negocio | estagio de vendas | fase de vendas | etapa de vendas',
  nl: 'verkoopfase | verkoopstadium | naam fase | pijplijnfase',
} satisfies Synonyms;

/** Every sure word of a group as words that may also mean something else. */
const asPerhaps = (s: Synonyms, ...more: readonly string[]): string =>
  join(...more, s.en, s.de, s.fr, s.es, s.pt, s.nl);

export const SYNONYMS: Readonly<Record<RoleId, Readonly<Record<string, Synonyms>>>> = {
  opportunities: {
    id: {
      ...OPPORTUNITY_ID,
      perhaps: 'id | key | number | nr | reference | ref | identifier | kennung | lead id',
    },
    name: {
      ...OPPORTUNITY_NAME,
      perhaps:
        'name | nombre | nome | nom | naam | title | titel | titre | titulo | project | project name | bezeichnung | negocio',
    },
    account: ACCOUNT,
    owner: {
      en: join(
        'opportunity owner | deal owner | owner | owner name | owner full name',
        PERSON.en,
        'assigned to | responsible',
      ),
      de: join(
        'opportunity inhaber | inhaber der verkaufschance | inhaber | besitzer | deal besitzer | deal inhaber | zustandiger mitarbeiter | zustandiger mitarbeiter fur deal | zustandiger mitarbeiter fur den deal | verantwortlicher',
        PERSON.de,
      ),
      fr: join(
        'proprietaire de l opportunite | proprietaire de la transaction | proprietaire',
        PERSON.fr,
        'responsable',
      ),
      es: join(
        'propietario de la oportunidad | propietario de oportunidad | propietario del negocio | propietario',
        PERSON.es,
        'asignado a',
      ),
      pt: join(
        'proprietario da oportunidade | proprietario do negocio | proprietario',
        PERSON.pt,
        'responsavel',
      ),
      nl: join(
        'eigenaar opportunity | eigenaar van verkoopkans | eigenaar verkoopkans | dealeigenaar | eigenaar',
        PERSON.nl,
      ),
      perhaps: 'owner id | salesperson id | user | account owner | created by',
    },
    stage: STAGE,
    status: {
      en: 'status | deal status | opportunity status | outcome | result | win loss | won lost | state',
      de: 'ergebnis',
      fr: 'statut | etat | resultat',
      es: 'estado | estatus | resultado',
      pt: 'situacao',
      nl: 'resultaat | uitkomst',
      perhaps: 'won',
    },
    isClosed: {
      en: 'is closed | closed | is deal closed | deal closed | is closed numeric',
      de: 'ist geschlossen | geschlossen | abgeschlossen',
      fr: 'fermee | ferme | cloturee | cloture',
      es: 'cerrada | cerrado',
      pt: 'fechada | fechado | encerrada',
      nl: 'is gesloten | gesloten',
    },
    isWon: {
      en: 'is won | won | is closed won | closed won | is deal won',
      de: 'ist gewonnen | gewonnen',
      fr: 'gagnee | gagne | remportee',
      es: 'ganada | ganado',
      pt: 'ganha | ganho',
      nl: 'is gewonnen',
    },
    created: {
      en: 'created date | create date | creation date | created on | created at | date created | created time | opportunity created date | deal created | created | add time | opened date | open date | date opened | opened on | opened | engage date',
      de: 'erstelldatum | erstellungsdatum | erstellt am | datum der erstellung | angelegt am | anlagedatum | eroffnet am | deal erstellt | erstellt',
      fr: 'date de creation | cree le | creee le | date d ouverture | affaire creee | creee | cree',
      es: 'fecha de creacion | fecha creacion | creado el | creada el | fecha de apertura | negocio creado',
      pt: 'data de criacao | data criacao | criado em | criada em | data de abertura | negocio criado em',
      nl: 'aanmaakdatum | datum aangemaakt | aangemaakt op | gemaakt op | deal aangemaakt | aangemaakt',
      perhaps:
        'start date | entry date | application date | submission date | submitted | received date | registered | started at | started on | startdatum | date de debut | fecha de inicio | data de inicio',
    },
    closed: {
      en: 'actual close date | close date | closed date | date closed | closed on | closed at | closing date | deal closed on | close time | closed',
      de: 'tatsachliches abschlussdatum | schlusstermin | abschlussdatum | geschlossen am | abgeschlossen am | schlussdatum | deal geschlossen am',
      fr: 'date de cloture reelle | date de cloture | date de fermeture reelle | date de fermeture | cloture le | fermee le | affaire conclue le',
      es: 'fecha de cierre real | fecha real de cierre | fecha de cierre | fecha cierre | cerrado el | cerrada el | negocio cerrado el',
      pt: 'data real de fechamento | data de fechamento real | data de fechamento | data fechamento | fechado em | data de encerramento | data de fecho | data de conclusao | negocio fechado em',
      nl: 'werkelijke sluitingsdatum | sluitingsdatum | afsluitdatum | datum gesloten | gesloten op | deal gesloten op',
      perhaps: 'close | completion date | end date',
    },
    expectedClose: {
      en: 'expected close date | est close date | estimated close date | forecast close date | projected close date | anticipated close date | planned close date | target close date | expected closing date | expected close | est close',
      de: 'erwartetes abschlussdatum | voraussichtliches abschlussdatum | geschatztes abschlussdatum | geplantes abschlussdatum | geschatztes schlussdatum | erwarteter abschluss | voraussichtlicher abschluss',
      fr: 'date de cloture prevue | date de cloture estimee | date de fermeture estimee | date de signature prevue | cloture prevue',
      es: 'fecha de cierre prevista | fecha prevista de cierre | fecha de cierre esperada | fecha de cierre estimada | fecha estimada de cierre | cierre previsto',
      pt: 'data de fechamento esperada | data prevista de fechamento | data de fechamento prevista | data de fechamento estimada | data estimada de fechamento | previsao de fechamento | data de fecho prevista',
      nl: 'verwachte sluitingsdatum | geschatte sluitingsdatum | verwachte afsluitdatum | verwachte sluiting',
    },
    wonDate: {
      en: 'won time | won date | date won | won on | won at | closed won date | date closed won | won',
      de: 'gewonnen am | gewinndatum | zeitpunkt gewonnen',
      fr: 'gagnee le | gagne le | date de gain',
      es: 'ganado el | ganada el | fecha de ganado | hora de ganado',
      pt: 'ganho em | data de ganho | hora do ganho',
      nl: 'gewonnen op | datum gewonnen',
    },
    lostDate: {
      en: 'lost time | lost date | date lost | lost on | lost at | closed lost date | date closed lost | lost',
      de: 'verloren am | verlustdatum | zeitpunkt verloren',
      fr: 'perdue le | perdu le | date de perte',
      es: 'perdido el | perdida el | fecha de perdida | hora de perdida',
      pt: 'perdido em | data de perda | hora da perda',
      nl: 'verloren op | datum verloren',
    },
    amount: {
      en: 'amount converted | amount in company currency | amount | deal amount | opportunity amount | deal value | opportunity value | est revenue | estimated revenue | value | deal size | contract value | total contract value | annual contract value | tcv | acv | arr | amount requested | close value | total value | total amount | revenue',
      de: 'betrag | dealbetrag | dealwert | auftragswert | auftragssumme | angebotswert | wert | volumen | geschatzter umsatz | umsatz | summe',
      fr: 'montant | montant de la transaction | montant ht | valeur | valeur de l affaire | revenu estime | chiffre d affaires estime | chiffre d affaires | ca',
      es: 'importe | monto | valor | valor del negocio | importe del negocio | ingresos estimados | cantidad',
      pt: 'montante | quantia | valor do negocio | receita estimada',
      nl: 'bedrag | dealbedrag | waarde | dealwaarde | geschatte omzet | omzet',
      perhaps: 'actual revenue | sales amount | bookings | net amount | total price | mrr | price',
    },
    currency: {
      en: 'amount converted currency | amount currency | opportunity currency | deal currency | currency of value | currency | currency code | currency iso code | transaction currency',
      de: 'wahrung | wahrung des wertes | betrag wahrung',
      fr: 'devise | devise de la valeur | monnaie',
      es: 'moneda | divisa | moneda del valor',
      pt: 'moeda | moeda do valor',
      nl: 'valuta | valuta van waarde',
    },
    probability: {
      en: 'probability | win probability | deal probability | close probability | prob | likelihood',
      de: 'wahrscheinlichkeit | abschlusswahrscheinlichkeit | dealwahrscheinlichkeit',
      fr: 'probabilite',
      es: 'probabilidad',
      pt: 'probabilidade',
      nl: 'waarschijnlijkheid',
    },
    forecastCategory: {
      en: 'forecast category | forecast category name | forecast',
      de: 'prognosekategorie',
      fr: 'categorie de previsions | categorie de prevision',
      es: 'categoria de pronostico | categoria de prevision | categoria de previsiones',
      pt: 'categoria de previsao',
      nl: 'prognosecategorie | forecastcategorie',
    },
    type: {
      en: 'type | deal type | opportunity type | business type | record type name | new or existing',
      de: 'typ | art',
      fr: 'type d opportunite | type de transaction',
      es: 'tipo | tipo de oportunidad | tipo de negocio',
      pt: 'tipo de oportunidade | tipo do negocio',
      nl: 'soort | dealtype',
    },
    product: {
      en: 'product | product name | products | product family | product line | solution',
      de: 'produkt | produktname | artikel',
      fr: 'produit | nom du produit | produits',
      es: 'producto | nombre del producto | productos',
      pt: 'produto | nome do produto | produtos',
      nl: 'productnaam | producten',
    },
    leadSource: {
      en: 'lead source | source | original source | original traffic source | original source type | lead origin | origin',
      de: 'lead quelle | leadquelle | quelle | herkunft | originalquelle',
      fr: 'origine de la piste | source de la piste | origine',
      es: 'origen del prospecto | origen del candidato | origen del lead | origen | fuente | fuente original',
      pt: 'origem do lead | origem | fonte | fonte original',
      nl: 'bron van lead | leadbron | bron | oorspronkelijke bron',
    },
    segment: {
      en: 'segment | customer segment | market segment | industry | sector | vertical',
      de: 'kundensegment | marktsegment | branche',
      fr: 'secteur | secteur d activite',
      es: 'segmento | industria',
      pt: 'setor',
      nl: 'marktsegment',
    },
    region: REGION,
    pipeline: {
      en: 'pipeline | pipeline name | sales process | record type | opportunity record type',
      de: 'vertriebspipeline',
      es: 'embudo',
      pt: 'funil',
      nl: 'pijplijn',
    },
    margin: {
      en: 'margin | gross margin | gross profit | profit | cost',
      de: 'marge | deckungsbeitrag | rohertrag | kosten',
      fr: 'marge brute | cout',
      es: 'margen | coste | costo',
      pt: 'margem | custo',
    },
    nextStep: {
      en: 'next step | next steps | next action | next milestone',
      de: 'nachster schritt',
      fr: 'prochaine etape',
      es: 'siguiente paso | proximo paso',
      pt: 'proximo passo | proxima etapa',
      nl: 'volgende stap',
    },
    lastActivity: {
      en: 'last activity | last activity date | last contacted | last contact date | last touch',
      de: 'letzte aktivitat | datum der letzten aktivitat | letztes aktivitatsdatum',
      fr: 'derniere activite | date de la derniere activite | date de derniere activite',
      es: 'ultima actividad | fecha de la ultima actividad | fecha de ultima actividad',
      pt: 'ultima atividade | data da ultima atividade',
      nl: 'laatste activiteit | datum laatste activiteit | datum van laatste activiteit',
    },
    lossReason: {
      en: 'loss reason | lost reason | closed lost reason | reason lost | reason for loss',
      de: 'verlustgrund | grund fur verlust | grund des verlusts | grund fur den verlust | grund fur verlorenen deal | grund fur verlorene deals | grund verloren',
      fr: 'motif de perte | raison de la perte | raison de perte',
      es: 'motivo de perdida | razon de perdida | motivo de la perdida',
      pt: 'motivo da perda | motivo de perda',
      nl: 'verliesreden | reden van verlies | reden verlies',
      perhaps: 'status reason',
    },
    contractTerm: {
      en: 'contract term | contract length | contract duration | contract months | term months | term',
      de: 'vertragslaufzeit | laufzeit',
      fr: 'duree du contrat',
      es: 'duracion del contrato',
      pt: 'prazo do contrato | duracao do contrato',
      nl: 'contractduur | looptijd',
    },
    quantity: {
      en: 'quantity | total opportunity quantity | units | licenses | seats',
      de: 'menge | stuckzahl',
      fr: 'quantite',
      es: 'cantidad de unidades | unidades',
      pt: 'quantidade | unidades',
      nl: 'aantal stuks',
    },
    cancelled: {
      en: 'cancelled date | canceled date | cancellation date | cancelled on | canceled on | churn date | contract cancelled',
      de: 'stornodatum | kundigungsdatum',
      fr: 'date d annulation | date de resiliation',
      es: 'fecha de cancelacion',
      pt: 'data de cancelamento',
      nl: 'annuleringsdatum',
    },
    lastStageChange: {
      en: 'last stage change date | last stage change | stage change date | stage changed on | date entered current stage | date entered stage',
      de: 'datum der letzten phasenanderung | letzte phasenanderung',
      fr: 'date du dernier changement d etape | dernier changement d etape',
      es: 'fecha del ultimo cambio de etapa | ultimo cambio de etapa',
      pt: 'data da ultima alteracao de fase | ultima mudanca de etapa',
      nl: 'datum laatste fasewijziging | laatste fasewijziging',
    },
    pushCount: { en: 'push count | close date push count | pushes | times pushed | number of pushes' },
    snapshotDate: {
      en: 'snapshot date | snapshot | snapshot day | as of date | as of | report date | extract date | export date',
      de: 'stichtag | berichtsdatum',
      fr: 'date d extraction | date de l instantane',
      es: 'fecha de corte | fecha de extraccion',
      pt: 'data de corte | data de extracao',
      nl: 'peildatum | momentopname',
    },
  },
  stageHistory: {
    opportunity: { ...OPPORTUNITY_ID, perhaps: asPerhaps(OPPORTUNITY_NAME) },
    toStage: {
      en: 'to stage | to stage name | new stage | stage to | to phase | new phase | to status | new status | new value | to value | to',
      de: join(
        pairs('zu | nach | in | auf | bis | neue', 'phase | stufe | verkaufsphase'),
        'phase neu | neuer wert',
      ),
      fr: 'vers l etape | vers etape | a l etape | vers la phase | nouvelle etape | nouvelle phase | nouvelle valeur',
      es: join(
        pairs('a | a la | hasta la | hacia la | nueva', 'etapa | fase'),
        'etapa nueva | fase nueva | nuevo valor | valor nuevo',
      ),
      pt: join(
        pairs('para a | para | nova', 'fase | etapa'),
        'para o estagio | para estagio | novo estagio | novo valor | valor novo',
      ),
      nl: 'naar fase | nieuwe fase | naar verkoopfase | nieuwe verkoopfase | nieuwe waarde',
      perhaps: asPerhaps(STAGE),
    },
    fromStage: {
      en: 'from stage | from stage name | old stage | previous stage | prior stage | stage from | from phase | old phase | previous phase | from status | old status | old value | from value | previous value | from',
      de: join(
        pairs('von | aus | alte | vorherige | vorige | bisherige', 'phase | stufe | verkaufsphase'),
        'phase alt | alter wert',
      ),
      fr: 'de l etape | depuis l etape | de etape | de la phase | ancienne etape | ancienne phase | etape precedente | phase precedente | ancienne valeur',
      es: join(
        pairs('de | de la | desde | desde la', 'etapa | fase'),
        'etapa anterior | fase anterior | valor anterior | valor antiguo | antiguo valor',
      ),
      pt: join(
        pairs('da | de', 'fase | etapa'),
        'do estagio | de estagio | fase anterior | etapa anterior | estagio anterior | fase antiga | valor antigo | valor anterior',
      ),
      nl: join(pairs('van | vorige | oude', 'fase | verkoopfase'), 'oude waarde'),
    },
    changed: {
      en: 'last stage change date | stage change date | change date | changed at | changed on | date changed | date of change | edit date | transition date | moved at | moved on | entered at | entered on | date entered | changed | changed date | date of stage change',
      de: 'anderungsdatum | geandert am | bearbeitungsdatum | datum der anderung | datum der letzten phasenanderung | datum der phasenanderung | phase geandert am | phasenwechsel am | bearbeitet am',
      fr: 'date de modification | date de la modification | modifie le | date du changement | date de changement | date du dernier changement d etape | change le',
      es: 'fecha de cambio | fecha de modificacion | cambiado el | modificado el | fecha de edicion | fecha del cambio | fecha del ultimo cambio de etapa',
      pt: 'data de alteracao | alterado em | modificado em | data da alteracao | data de modificacao | data da modificacao | data de edicao | data da mudanca | data da ultima alteracao de fase',
      nl: 'wijzigingsdatum | gewijzigd op | datum gewijzigd | datum wijziging | bewerkingsdatum | bewerkt op | datum laatste fasewijziging',
      perhaps:
        'created date | date | datum | fecha | data | created on | created at | date created | timestamp | effective date | modified on | updated at | last modified date | last modified | system modstamp | start date | time',
    },
    amount: {
      en: 'amount converted | amount | value',
      de: 'betrag | wert',
      fr: 'montant',
      es: 'importe | monto | valor',
      nl: 'bedrag | waarde',
    },
    closeDate: {
      en: 'close date | expected close date',
      de: 'schlusstermin | abschlussdatum',
      fr: 'date de cloture',
      es: 'fecha de cierre',
      pt: 'data de fechamento',
      nl: 'sluitingsdatum',
    },
    changedBy: {
      en: 'changed by | edited by | last modified by | modified by | created by | created by id | user',
      de: 'geandert von | geandert durch | bearbeitet von | zuletzt geandert von',
      fr: 'modifie par | derniere modification par',
      es: 'cambiado por | modificado por | editado por | ultima modificacion por',
      pt: 'alterado por | modificado por | editado por | ultima modificacao por',
      nl: 'gewijzigd door | bewerkt door | laatst gewijzigd door',
    },
    changedField: {
      en: 'field event | field | field name | changed field | property',
      de: 'feld ereignis | feld | feldname',
      fr: 'champ evenement | champ',
      es: 'campo evento | campo | campo modificado',
      pt: 'campo alterado',
      nl: 'veld gebeurtenis | veld',
    },
  },
  activities: {
    date: {
      en: 'activity date | date | due date | started at | start date | start time | activity start | completed date | date completed | completed at | marked as done time | call date | meeting date | date created',
      de: 'aktivitatsdatum | datum | falligkeitsdatum | fallig am | startdatum | erledigt am',
      fr: 'date d activite | date de l activite | date d echeance | echeance | date de debut',
      es: 'fecha de la actividad | fecha de actividad | fecha | fecha de vencimiento | fecha de inicio',
      pt: 'data da atividade | data de vencimento | data de inicio | data',
      nl: 'activiteitsdatum | vervaldatum | datum activiteit',
      perhaps:
        'created date | created on | created at | timestamp | month | week | day | period | monat | woche | mois | semaine | mes | semana | maand | periode | periodo',
    },
    type: {
      en: 'activity type | type | task type | task subtype | event type | engagement type | interaction type | touch type | activity',
      de: 'aktivitatstyp | aktivitatsart | typ | art | aktivitat',
      fr: 'type d activite | activite',
      es: 'tipo de actividad | tipo | actividad',
      pt: 'tipo de atividade | atividade',
      nl: 'activiteitstype | type activiteit | soort | activiteit',
      perhaps: 'milestone name | action | channel | kind | subject',
    },
    owner: {
      en: join(
        'assigned to | assigned | assigned to user | activity assigned to | owner | owner name | activity owner',
        PERSON.en,
        'user',
      ),
      de: join('zugewiesen an | zugewiesen | inhaber | besitzer | verantwortlicher', PERSON.de),
      fr: join('attribue a | assigne a | proprietaire | responsable', PERSON.fr),
      es: join('asignado a | asignado | propietario | responsable', PERSON.es),
      pt: join('atribuido a | atribuido | proprietario | responsavel', PERSON.pt),
      nl: join('toegewezen aan | toegewezen | eigenaar', PERSON.nl),
      perhaps: 'owner id | created by | name',
    },
    opportunity: {
      ...OPPORTUNITY_ID,
      perhaps: join(
        'related to | regarding | related opportunity | what id | zugehorig zu | bezug | associe a | relacionado con | relacionado a | gerelateerd aan',
        asPerhaps(OPPORTUNITY_NAME),
      ),
    },
    account: ACCOUNT,
    count: {
      en: 'count | quantity | number of activities | activity count | qty | activities',
      de: 'anzahl',
      fr: 'nombre',
      es: 'cantidad',
      pt: 'quantidade',
      nl: 'aantal',
    },
    outcome: {
      en: 'outcome | call outcome | meeting outcome | result | call result | disposition',
      de: 'ergebnis',
      fr: 'resultat',
      es: 'resultado',
      nl: 'resultaat | uitkomst',
      perhaps: 'status',
    },
    duration: {
      en: 'duration | minutes | duration minutes | call duration | duration in minutes | length',
      de: 'dauer | minuten',
      fr: 'duree',
      es: 'duracion | minutos',
      pt: 'duracao',
      nl: 'duur | minuten',
    },
    // The last words may stand for the date as well, which goes first.
    end: {
      en: 'end date | end time | ended at | ended on | finished at | finished on | completion date | activity end',
      de: 'enddatum | endzeit | beendet am | abschlussdatum',
      fr: 'date de fin | termine le | acheve le',
      es: 'fecha de fin | fecha de finalizacion | completado el',
      pt: 'data de fim | data de conclusao | concluido em',
      nl: 'einddatum | voltooid op | afgerond op',
      perhaps:
        'completed at | completed on | completed date | date completed | marked as done time | erledigt am',
    },
    done: {
      en: 'done | is done | completed | is closed',
      de: 'erledigt',
      fr: 'fait | termine',
      es: 'hecho | completado',
      pt: 'feito | concluido',
      nl: 'gedaan | voltooid',
    },
  },
  people: {
    person: {
      ...PERSON,
      en: join(PERSON.en, 'employee name | employee | full name | team member | person | user name'),
      de: join(PERSON.de, 'mitarbeiter | mitarbeiterin'),
      fr: join(PERSON.fr, 'nom complet | collaborateur | employe'),
      es: join(PERSON.es, 'nombre completo | empleado'),
      pt: join(PERSON.pt, 'nome completo | funcionario'),
      nl: join(PERSON.nl, 'medewerker'),
      perhaps: 'name | nom | nombre | nome | naam | user | owner | employee id | business entity id | id',
    },
    manager: {
      en: 'manager | sales manager | manager name | reports to | supervisor | team lead | team leader',
      de: 'vorgesetzter | vorgesetzte | vertriebsleiter | teamleiter | fuhrungskraft',
      fr: 'superieur | responsable hierarchique | directeur commercial',
      es: 'gerente | jefe | jefe de ventas | supervisor',
      pt: 'gestor | chefe',
      nl: 'leidinggevende | teamleider',
    },
    role: {
      en: 'role | job title | position | job role | function',
      de: 'rolle | funktion | stelle',
      fr: 'poste | fonction',
      es: 'puesto | cargo | rol | funcion',
      pt: 'funcao | papel',
      nl: 'rol | functie',
      perhaps: 'title',
    },
    team: {
      en: 'team | sales team | team name | department | business unit',
      de: 'vertriebsteam | abteilung',
      fr: 'equipe | equipe commerciale | service',
      es: 'equipo | equipo de ventas | departamento',
      pt: 'equipe | equipe de vendas | time | departamento',
      nl: 'afdeling | verkoopteam',
    },
    region: REGION,
    start: {
      en: 'start date | hire date | hired | date hired | joined | join date | date joined | employment start',
      de: 'eintrittsdatum | eintritt | startdatum | einstellungsdatum | beginn',
      fr: 'date d entree | date d embauche | date de debut | date d arrivee',
      es: 'fecha de ingreso | fecha de contratacion | fecha de alta | fecha de inicio',
      pt: 'data de admissao | data de contratacao | data de inicio | data de entrada',
      nl: 'datum in dienst | in dienst | indiensttreding',
      perhaps: 'start | started',
    },
    end: {
      en: 'end date | termination date | leave date | leaving date | last day',
      de: 'austrittsdatum | austritt | enddatum',
      fr: 'date de sortie | date de depart | date de fin',
      es: 'fecha de baja | fecha de salida | fecha de fin',
      pt: 'data de saida | data de desligamento | data de fim',
      nl: 'datum uit dienst | uit dienst | einddatum',
      perhaps: 'end | left',
    },
    base: {
      en: 'base salary | base pay | base | salary | fixed pay | fixed salary',
      de: 'grundgehalt | fixgehalt | gehalt | festgehalt',
      fr: 'salaire de base | salaire fixe | fixe | salaire',
      es: 'salario base | sueldo base | salario | sueldo',
      pt: 'salario fixo',
      nl: 'basissalaris | vast salaris | salaris',
    },
    commission: {
      en: 'commission rate | commission pct | commission percent | commission percentage | commission',
      de: 'provisionssatz | provision',
      fr: 'taux de commission',
      es: 'tasa de comision | porcentaje de comision',
      pt: 'taxa de comissao',
      nl: 'commissiepercentage',
    },
    targetVariable: {
      en: 'target variable | target variable pay | variable pay | target bonus | target incentive | target commission | variable at target | variable',
      de: 'zielbonus | zielprovision | variables zielgehalt | variable vergutung',
      fr: 'variable cible | prime cible | remuneration variable',
      es: 'variable objetivo | bono objetivo | retribucion variable',
      pt: 'variavel alvo | bonus alvo | remuneracao variavel',
      nl: 'doelbonus | variabele beloning | variabel',
    },
    quota: {
      en: 'quota | sales quota | annual quota | yearly quota | quota amount | target | annual target | sales target',
      de: 'quote | jahresziel | umsatzziel | zielvorgabe',
      fr: 'objectif | objectif annuel | quota annuel',
      es: 'cuota | cuota anual | objetivo | objetivo anual',
      pt: 'cota | meta | meta anual',
      nl: 'doelstelling | jaardoel | quotum',
    },
  },
  quotas: {
    person: PERSON_MEASURED,
    period: {
      en: 'quota period | period | fiscal period | fiscal quarter | quarter | month | fiscal year | year | time period',
      de: 'periode | zeitraum | quartal | monat | jahr',
      fr: 'trimestre | mois | annee | exercice',
      es: 'periodo | mes | ano',
      nl: 'kwartaal | maand | jaar',
    },
    start: {
      en: 'period start | period start date | quota date | quota start | quarter start | month start | start date | effective from | effective date',
      de: 'beginn | startdatum | periodenbeginn | von',
      fr: 'date de debut | debut',
      es: 'fecha de inicio | inicio',
      pt: 'data de inicio',
      nl: 'begindatum',
      perhaps:
        'start | from | month | quarter | period | date | monat | quartal | mois | mes | maand | kwartaal',
    },
    end: {
      en: 'period end | period end date | quota end | quarter end | end date | effective to',
      de: 'ende | enddatum | periodenende | bis',
      fr: 'date de fin | fin',
      es: 'fecha de fin | fin',
      pt: 'data de fim',
      nl: 'einddatum',
      perhaps: 'end | to | until',
    },
    amount: {
      en: 'quota amount | quota | sales quota | quota value | target amount | target | sales target',
      de: 'quote | ziel | umsatzziel | zielvorgabe | zielwert',
      fr: 'objectif | montant de l objectif',
      es: 'cuota | objetivo | monto de cuota',
      pt: 'cota | meta | valor da meta',
      nl: 'doelstelling | doel | quotum',
      perhaps: 'amount | value | betrag | montant | importe | valor | bedrag',
    },
    measure: MEASURE,
  },
  results: resultSynonyms,
  ...compensationSynonyms,
};

/** Words of activities, for a sheet that counts them in a column each ("Calls", "Number of demos", "Anrufe"). */
export const ACTIVITY_WORDS =
  'call calls dial dials email emails mail mails meeting meetings demo demos visit visits proposal proposals quote quotes offer offers followup followups follow connect connects conversation conversations presentation presentations appointment appointments task tasks event events webinar webinars sms letter letters voicemail voicemails discovery survey surveys trial trials linkedin contact contacts touch touches ' +
  'anruf anrufe besuch besuche termin termine angebot angebote prasentation prasentationen telefonat telefonate ' +
  'appel appels visite visites rendez reunion reunions devis offre offres courriel courriels ' +
  'llamada llamadas visita visitas reuniones correo correos propuesta propuestas cita citas ' +
  'ligacao ligacoes chamada chamadas reuniao reunioes proposta propostas ' +
  'gesprek gesprekken bezoek bezoeken afspraak afspraken offerte offertes belletje telefoontjes';

/** Words of calls among those of activities. */
export const CALL_WORDS =
  'call calls dial dials anruf anrufe telefonat telefonate appel appels llamada llamadas ligacao ligacoes chamada chamadas belletje telefoontjes';

/** Words of results, for a sheet that has them in a column each ("Wins", "Won amount", "Auftragseingang"). */
export const RESULT_WORDS =
  'won win wins revenue revenues sales sold bookings booked orders turnover customers arr mrr acv tcv ' +
  'umsatz umsatze gewonnen gewonnene abschlusse auftrage auftragseingang verkaufe kunden neukunden ' +
  'gagne gagnes gagnees chiffre ventes commandes clients ' +
  'ganado ganados ganadas ingresos ventas pedidos facturacion clientes ' +
  'ganho ganhos ganhas receita vendas faturamento ' +
  'gewonnen omzet verkopen bestellingen klanten';

/** Names that stages often have; a date column called so says when the stage was entered. */
export const STAGE_WORDS =
  'lead | mql | sql | new | prospect | prospecting | qualified | qualification | discovery | needs analysis | demo | demo scheduled | demo held | appointment scheduled | presentation | presentation scheduled | proposal | proposal sent | quote | quoted | negotiation | contract sent | contract | commit | verbal | decision | evaluation | trial | poc | proof of concept | won | closed won | lost | closed lost | ' +
  'qualifiziert | angebot | verhandlung | gewonnen | verloren | qualifie | proposition | negociation | gagne | perdu | calificado | propuesta | negociacion | ganado | perdido | qualificado | proposta | negociacao | ganho | gekwalificeerd | offerte | onderhandeling';

/** Headers that show that a row is a contact, an order line or the like, and no deal. */
export const NOT_A_DEAL =
  'first name | last name | email | phone | mobile phone | job title | sales order id | order id | order number | invoice number | order quantity | unit price | ship date | line number | sku';
