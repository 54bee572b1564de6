import type { StageSightings } from '../../../src/engine/dataset/stageMap';
import { proposeStages, stageFinder } from '../../../src/engine/dataset/stageMap';
import { misspeltAs, slipsBetween } from '../../../src/engine/dataset/stageSpelling';
import { byMajority, customaryPositions, numberBefore } from '../../../src/engine/dataset/stageOrder';
import { outcomeOfWords, saysClosedOnly } from '../../../src/engine/dataset/values/outcomeWords';

const seen = (names: readonly string[], more: Partial<StageSightings> = {}): StageSightings => ({
  names,
  wide: 0,
  outcomes: new Float64Array(names.length * 4),
  precedence: undefined,
  ages: undefined,
  ...more,
});
const order = (sightings: StageSightings): string =>
  proposeStages(sightings)
    .stages.map(({ name, kind }) => (kind === 'open' ? name : `${name} (${kind})`))
    .join(' > ');

/** deals[i] lists the stages, by position, that a deal entered, in order. */
function precedence(n: number, deals: readonly (readonly number[])[]): Float64Array {
  const before = new Float64Array(n * n);
  for (const path of deals)
    path.forEach((a, i) => path.slice(i + 1).forEach((b) => (before[a * n + b]! += 1)));
  return before;
}

describe('the order of open stages', () => {
  it('follows numbers before the names first', () => {
    expect(order(seen(['10 Offer', '2 Demo', '1 Lead', '11 Won', '12 Lost']))).toBe(
      '1 Lead > 2 Demo > 10 Offer > 11 Won (won) > 12 Lost (lost)',
    );
    expect(numberBefore('S3 - Proposal')).toBe(3);
    expect(numberBefore('02. Demo')).toBe(2);
    expect(numberBefore('360 review')).toBe(360);
    expect(numberBefore('Demo')).toBeUndefined();
  });

  it('follows the wide columns', () => {
    expect(order(seen(['Zeta', 'Alpha', 'Won'], { wide: 3 }))).toBe('Zeta > Alpha > Won (won)');
  });

  it('follows the majority of deals, whatever a few did', () => {
    const names = ['Offer', 'Lost', 'Lead', 'Demo'];
    const paths = [...Array<number[]>(9).fill([2, 3, 0]), [3, 2, 0], [0, 3], [2, 0, 1]];
    expect(order(seen(names, { precedence: precedence(4, paths) }))).toBe(
      'Lead > Demo > Offer > Lost (lost)',
    );
  });

  it('follows the customary order of a CRM where the data say nothing', () => {
    expect(
      order(seen(['Negotiation/Review', 'Closed Won', 'Prospecting', 'Qualification', 'Closed Lost'])),
    ).toBe('Prospecting > Qualification > Negotiation/Review > Closed Won (won) > Closed Lost (lost)');
    expect(customaryPositions(['Foo', 'Demo'])).toEqual([undefined, undefined]);
  });

  it('follows the age of the deals in a stage at last', () => {
    const ages = { sum: Float64Array.of(500, 10, 90), deals: Float64Array.of(10, 10, 3) };
    expect(order(seen(['Blue', 'Red', 'Green'], { ages }))).toBe('Red > Green > Blue');
  });

  it('places a stage that the history does not know by the customary order, else after the others', () => {
    // The deals in C are the youngest of all: that makes it no first stage.
    const ages = { sum: Float64Array.of(10, 90, 4), deals: Float64Array.of(1, 1, 1) };
    const ab = precedence(3, [[0, 1]]);
    expect(order(seen(['A', 'B', 'C'], { precedence: ab, ages }))).toBe('A > B > C');
    expect(order(seen(['A', 'B', 'C'], { wide: 2, ages }))).toBe('A > B > C');
    expect(order(seen(['Lead', 'Proposal', 'Demo'], { precedence: ab, ages }))).toBe(
      'Lead > Demo > Proposal',
    );
  });

  it('is said to be guessed where only ages or appearance tell it', () => {
    const ages = { sum: Float64Array.of(500, 10, 90), deals: Float64Array.of(10, 10, 3) };
    const names = ['Blue', 'Red', 'Green'];
    const guesses = (sightings: StageSightings) =>
      proposeStages(sightings).issues.filter(({ code }) => code === 'stageOrderGuessed');
    expect(guesses(seen(names, { ages }))).toEqual([
      { code: 'stageOrderGuessed', severity: 'note', facts: { stages: ['Red', 'Green', 'Blue'] } },
    ]);
    expect(guesses(seen(names))).toMatchObject([{ facts: { stages: names } }]);
    for (const told of [
      seen(names, { ages, wide: 3 }),
      seen(names, { ages, precedence: precedence(3, [[0, 1, 2]]) }),
      seen(['1 Blue', '2 Red'], { ages }),
      seen(['Demo', 'Lead', 'Proposal'], { ages }),
      seen(['Blue', 'Won'], { ages }),
    ])
      expect(guesses(told)).toEqual([]);
  });

  it('breaks a cycle by appearance, and does not depend on the order of equal evidence', () => {
    const cycle = precedence(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(byMajority([0, 1, 2], (a, b) => cycle[a * 3 + b]!)).toEqual([0, 1, 2]);
  });
});

describe('the kind of a stage', () => {
  it('is in its name, in six languages', () => {
    for (const won of ['Closed Won', 'Gewonnen', 'Gagné', 'Ganada', 'Ganho', '6 Won', 'WON!'])
      expect([won, outcomeOfWords(won)]).toEqual([won, 'won']);
    for (const lost of [
      'Closed Lost',
      'Lost - declined',
      'Verloren',
      'Perdu',
      'Perdida',
      'Perdido',
      'Not won',
      'No decision',
      'Cancelled',
    ])
      expect([lost, outcomeOfWords(lost)]).toEqual([lost, 'lost']);
    for (const open of ['Open', 'In Progress', 'Offen', 'En cours'])
      expect([open, outcomeOfWords(open)]).toEqual([open, 'open']);
    for (const neither of ['Proposal', 'Closed', 'Wonderland', 'constructor', '', 'Qualified'])
      expect([neither, outcomeOfWords(neither)]).toEqual([neither, undefined]);
    expect(saysClosedOnly('Closed')).toBe(true);
    expect(saysClosedOnly('Closed Won')).toBe(false);
  });

  it('is seen from the deals in it where no name says it', () => {
    const outcomes = new Float64Array(12);
    outcomes[2 * 4 + 1] = 30; // all won deals are in "Signed"
    outcomes[0 * 4 + 2] = 10;
    outcomes[1 * 4 + 2] = 10;
    const { stages, issues } = proposeStages(seen(['Talk', 'Offer', 'Signed'], { outcomes }));
    expect(stages).toContainEqual({ name: 'Signed', kind: 'won' });
    // Lost deals keep the open stage they were lost in: that makes no stage a lost one.
    expect(stages.filter(({ kind }) => kind === 'lost')).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['stageKindGuessed', 'stageOrderGuessed']);
  });

  it('is doubted where a name says closed only, and missed where nothing is won', () => {
    expect(proposeStages(seen(['Demo', 'Closed'])).issues.map(({ code }) => code)).toEqual([
      'stageKindGuessed',
      'stageOrderGuessed',
      'noWonStage',
    ]);
  });
});

it('finds a stage whatever its case and spacing', () => {
  const find = stageFinder([
    { name: 'Demo', kind: 'open' },
    { name: 'Closed  Won', kind: 'won' },
  ]);
  expect(find(' demo ')).toBe(0);
  expect(find('closed won')).toBe(1);
  expect(find('__proto__')).toBe(-1);
});

describe('a stage that hardly any deal was ever in', () => {
  /** Of 200 deals all came from Lead to Offer, `strays` went through Legal hold in between, and 90 were won. */
  const names = ['Lead', 'Legal hold', 'Offer', 'Won'];
  const sightings = (strays: number, won = 90): StageSightings =>
    seen(names, {
      precedence: precedence(
        4,
        Array.from({ length: 200 }, (_, i) => [0, ...(i < strays ? [1] : []), 2, ...(i < won ? [3] : [])]),
      ),
      entered: Float64Array.of(200, strays, 200, won),
      followed: 200,
    });

  it('is ignored, and said', () => {
    expect(order(sightings(1))).toBe('Lead > Offer > Won (won) > Legal hold (ignored)');
    expect(proposeStages(sightings(3)).issues).toMatchObject([
      { code: 'stageRare', severity: 'warning', facts: { stage: 'Legal hold', deals: 3, of: 200 } },
    ]);
  });

  it('is a stage where more have been there, more stand there, or hardly any deal was won', () => {
    const all = 'Lead > Legal hold > Offer > Won (won)';
    expect(order(sightings(4))).toBe(all);
    expect(order(sightings(2, 2))).toBe(all);
    const standing = new Float64Array(16);
    standing[1 * 4] = 30;
    expect(order({ ...sightings(1), outcomes: standing })).toBe(all);
  });

  it('is a stage where the sheet has a column for it, or there is no history', () => {
    expect(order({ ...sightings(1), wide: 3 })).toBe('Lead > Legal hold > Offer > Won (won)');
    expect(order(seen(names))).not.toContain('ignored');
  });
});

describe('a stage that is another one misspelt', () => {
  const names = ['Qualification', 'Proposal', 'Won', 'Propsoal'];
  const history = precedence(4, [
    [0, 1, 2],
    [0, 1],
    [0, 2],
  ]);

  it('is ignored, and said, when the history does not know it', () => {
    const { stages, issues } = proposeStages(seen(names, { precedence: history }));
    expect(stages.at(-1)).toEqual({ name: 'Propsoal', kind: 'ignored' });
    expect(issues).toMatchObject([{ code: 'stageMisspelt', facts: { stage: 'Propsoal', like: 'Proposal' } }]);
  });

  it('is a stage like any other when deals have passed it, or when there is no history to say', () => {
    const passed = precedence(4, [[0, 1, 3, 2]]);
    expect(order(seen(names, { precedence: passed }))).toBe(
      'Qualification > Proposal > Propsoal > Won (won)',
    );
    expect(proposeStages(seen(names)).stages.every(({ kind }) => kind !== 'ignored')).toBe(true);
  });

  it('is not seen in short names, in other numbers, or in names further apart', () => {
    expect(misspeltAs('Demo', ['Dems'])).toBeUndefined();
    expect(misspeltAs('Stage 2', ['Stage 1'])).toBeUndefined();
    expect(misspeltAs('Proposal', ['Disposal', 'Approval'])).toBeUndefined();
    expect(misspeltAs('  PROPOSAL ', ['Proposal'])).toBeUndefined();
  });

  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitten', 1],
    ['proposal', 'porposal', 1],
    ['negotiation', 'negociaton', 2],
    ['ca', 'abc', 3], // optimal string alignment, not the unrestricted distance of 2
  ])('counts the slips between %j and %j', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });
});
