import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumptions } from '../../../../src/engine/analyses/forecast/assumptions';
import { LEVERS } from '../../../../src/engine/analyses/levers';
import { showValue } from '../../../../src/engine/core/assumptionValues';

const levers = new Set(LEVERS.map(({ id }): string => id));

it.each(assumptions.filter(({ id }) => !levers.has(id)))(
  'docs/methods/forecast.md has $id with its label and initial value',
  (assumption) => {
    const text = readFileSync(join(__dirname, '../../../../docs/methods/forecast.md'), 'utf8');
    expect(text).toContain(
      `| \`${assumption.id}\` | ${assumption.label} | ${showValue(assumption, assumption.initial)} |`,
    );
  },
);
