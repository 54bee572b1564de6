import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { showValue } from '../../../../src/engine/core/assumptionValues';

describe('docs/methods/funnel.md', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/methods/funnel.md'), 'utf8');
  it.each(assumptions)('has $id with its label and initial value', (assumption) => {
    expect(text).toContain(
      `| \`${assumption.id}\` | ${assumption.label} | ${showValue(assumption, assumption.initial)} |`,
    );
  });

  it('has whole tables: a row that stands alone would not be shown as one', () => {
    const isRow = (line: string | undefined): boolean => line?.startsWith('|') ?? false;
    const lines = text.split('\n');
    const heads = lines.filter((line, i) => isRow(line) && !isRow(lines[i - 1]));
    const rules = lines.filter((line, i) => /^\|(---\|)+$/.test(line) && isRow(lines[i - 1]));
    expect(heads.length).toBe(rules.length);
  });
});
