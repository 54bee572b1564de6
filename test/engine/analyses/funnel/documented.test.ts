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
});
