import { idFinder, readOverrides } from '../../../../src/engine/analyses/forecast/overrides';
import { asDay } from '../../../../src/engine/core/day';

describe('deals found by their ID', () => {
  // Two IDs of Salesforce with 15 characters, which differ in case alone.
  const [upper, lower] = ['0065g00000AbCdE', '0065g00000AbCde'] as const;
  const find = idFinder(() => [upper, lower, '006-1A']);

  it('whatever case and blanks a person types, but each of two that differ in case alone by itself only', () => {
    expect([upper, lower, ' 006-1a ', '006-2'].map(find)).toEqual([upper, lower, '006-1A', undefined]);
    expect(find(upper.toLowerCase())).toBeUndefined();
  });

  it('so that each has a word of its own', () => {
    const { overrides, issues } = readOverrides(
      {
        dealOverrides: [
          { deal: upper, probability: 0.2 },
          { deal: lower, probability: 0.9 },
          { deal: '006-1a', include: 'Yes' },
        ],
      },
      asDay(45000),
      find,
    );
    expect(issues).toEqual([]);
    expect([...overrides]).toEqual([
      [upper, { probability: 0.2 }],
      [lower, { probability: 0.9 }],
    ]);
  });
});
