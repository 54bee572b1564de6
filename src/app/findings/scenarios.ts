import { z } from 'zod';
import type { ScenariosFinding } from '../../engine/analyses/scenarios/finding';
import { finite } from './pieces';

export const scenarios: z.ZodType<ScenariosFinding> = z.strictObject({
  baseline: z.string(),
  scenarios: z.array(
    z.strictObject({
      name: z.string().min(1),
      changes: z.array(z.string()),
      figures: z.array(
        z.strictObject({
          analysis: z.enum(['funnel', 'indicators', 'forecast', 'activityPlan', 'capacity', 'compensation']),
          id: z.string(),
          label: z.string(),
          format: z.enum(['money', 'percent1', 'decimal']),
          baseline: finite.nullable(),
          value: finite.nullable(),
          difference: z
            .strictObject({ value: finite, low: finite.nullable(), high: finite.nullable() })
            .nullable(),
        }),
      ),
    }),
  ),
});
