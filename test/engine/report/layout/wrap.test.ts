import fc from 'fast-check';
import { wrapped } from '../../../../src/engine/report/layout/wrap';

describe('wrapped', () => {
  it('breaks at spaces, and inside a word only where the word alone is too long', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('a pneumonoultra b', 5)).toEqual(['a', 'pneum', 'onoul', 'tra b']);
    expect(wrapped('12345', 5)).toEqual(['12345']);
    expect(wrapped('', 5)).toEqual(['']);
  });

  it('keeps every letter, in lines that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrapped(text, width);
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
