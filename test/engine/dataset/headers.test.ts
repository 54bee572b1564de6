import { headerForms, normaliseHeader, uniqueHeaders } from '../../../src/engine/dataset/headers';
import { meaningsOf } from '../../../src/engine/dataset/vocabulary';

const best = (header: string, role: string): string | undefined =>
  meaningsOf(header)
    .filter((m) => m.role === role)
    .sort((a, b) => b.strength - a.strength)[0]?.field;

describe('normaliseHeader', () => {
  it.each([
    ['\ufeffClose Date*', 'close date'],
    ['OpportunityId', 'opportunity id'],
    ['SalesYTD', 'sales ytd'],
    ['BusinessEntityID', 'business entity id'],
    ['Amount (converted)', 'amount converted'],
    ['Probability (%)', 'probability'],
    ['  Étape\u00a0', 'etape'],
    [' 🔗Opportunity', 'opportunity'],
    ['“Größe”', 'grosse'],
    ['next_step__c', 'next step'],
    ['# of Calls', 'number of calls'],
    ["Date d'entrée", 'date d entree'],
  ])('%s → %s', (header, normal) => expect(normaliseHeader(header)).toBe(normal));
});

describe('headerForms', () => {
  it('tries the whole header first, then without entity, parentheses and subject', () => {
    expect(headerForms('Deal - Value (EUR)').map((f) => f.text)).toEqual([
      'deal value eur',
      'value eur',
      'value',
    ]);
    expect(headerForms('Opportunity Stage').map((f) => f.text)).toEqual(['opportunity stage', 'stage']);
  });
});

describe('uniqueHeaders', () => {
  it('numbers repeats without meeting a header that is already written so', () => {
    expect(uniqueHeaders(['Stage', 'Stage', 'Stage#2', 'Stage'])).toEqual([
      'Stage',
      'Stage#3',
      'Stage#2',
      'Stage#4',
    ]);
  });
  it('takes names of object members as headers', () => {
    expect(uniqueHeaders(['__proto__', 'constructor', '__proto__'])).toEqual([
      '__proto__',
      'constructor',
      '__proto__#2',
    ]);
    expect(meaningsOf('__proto__')).toEqual([]);
    expect(meaningsOf('constructor')).toEqual([]);
    expect(meaningsOf('toString')).toEqual([]);
  });
});

describe('meaningsOf', () => {
  it.each([
    ['Opportunity Owner', 'opportunities', 'owner'],
    ['StageName', 'opportunities', 'stage'],
    ['IsWon', 'opportunities', 'isWon'],
    ['Deal - Currency of Value', 'opportunities', 'currency'],
    ['Est. close date', 'opportunities', 'expectedClose'],
    ['(Do Not Modify) Opportunity', 'opportunities', 'id'],
    ['application_id', 'opportunities', 'id'],
    ['amount_requested', 'opportunities', 'amount'],
    ['furthest_stage', 'opportunities', 'stage'],
    ['engage_date', 'opportunities', 'created'],
    ['sales_agent', 'people', 'person'],
    ['regional_office', 'people', 'region'],
    ['started_at', 'activities', 'date'],
    ['Activity - Assigned to user', 'activities', 'owner'],
    ['Field / Event', 'stageHistory', 'changedField'],
    ['changed_at', 'stageHistory', 'changed'],
    ['SalesQuota', 'quotas', 'amount'],
    ['Verkaufschancen-ID', 'opportunities', 'id'],
    ['Voraussichtliches Abschlussdatum', 'opportunities', 'expectedClose'],
    ['Währung', 'opportunities', 'currency'],
    ['Propriétaire de l’opportunité', 'opportunities', 'owner'],
    ['Date de clôture', 'opportunities', 'closed'],
    ['Fecha de creación', 'opportunities', 'created'],
    ['Data de fechamento', 'opportunities', 'closed'],
    ['Waarschijnlijkheid (%)', 'opportunities', 'probability'],
  ])('%s of %s is %s', (header, role, field) => expect(best(header, role)).toBe(field));
});
