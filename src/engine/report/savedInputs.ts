import type { AssumptionValue } from '../core/assumption';
import type { StageMap } from '../dataset/mapping';

/**
 * What a person changed on the sheet "Leadline Inputs", as a host read it back: the cells named `leadline_<id>` by id,
 * and the rows of the table `Leadline_stages` (columns Stage, Kind). Unchecked: text may stand where a number should.
 */
export interface SavedInputs {
  readonly values: Readonly<Record<string, AssumptionValue | boolean | null>>;
  readonly stages: StageMap | undefined;
}
