import type { AssumptionValue } from '../core/assumption';
import { STAGE_KINDS, type StageDefinition, type StageMap } from '../dataset/mapping';
import type { FoundTable } from './editableTable';

/**
 * What a person changed on Leadline's own sheets, as a host read it back: the cells named `leadline_<id>` by id, and the
 * tables `Leadline_<id>` that can be edited. Unchecked: text may stand where a number should.
 */
export interface SavedInputs {
  readonly values: Readonly<Record<string, AssumptionValue | boolean | null>>;
  readonly tables: Readonly<Record<string, FoundTable>>;
}

/** The stage map of the table "stages" (columns Stage, Kind): rows with a name and a known kind, whatever stands beside. */
export function savedStages(saved: SavedInputs | undefined): StageMap | undefined {
  const [headers = [], ...body] = saved?.tables['stages'] ?? [];
  const text = (cell: unknown): string => String(cell ?? '').trim();
  const column = (wanted: string): number => headers.findIndex((h) => text(h).toLowerCase() === wanted);
  const [nameAt, kindAt] = [column('stage'), column('kind')];
  const stages = body.flatMap((row): readonly StageDefinition[] => {
    const name = text(row[nameAt]);
    const kind = STAGE_KINDS.find((k) => k === text(row[kindAt]).toLowerCase());
    return name && kind ? [{ name, kind }] : [];
  });
  return stages.length > 0 ? stages : undefined;
}
