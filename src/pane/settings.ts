import type { AssumptionValues } from '../engine/core/assumption';
import {
  STAGE_KINDS,
  type DateOrder,
  type DecidedTable,
  type Mapping,
  type StageDefinition,
} from '../engine/dataset/mapping';
import { ROLE_IDS } from '../engine/dataset/roles';
import type { EditedCell, EditedRow, EditedTables } from '../engine/report/editableTable';

/** What a person decided in the pane, kept in the workbook. */
export interface PaneSettings {
  /** Only the tables and stages that were changed by hand. */
  readonly mapping: Mapping;
  /** Only the values changed here and not yet written to "Leadline Inputs". */
  readonly values: AssumptionValues;
  /** Only the tables changed here and not yet written. */
  readonly tables: EditedTables;
  readonly seed: number;
  /** "2026-01-31"; empty: inferred from the data. */
  readonly asOf: string;
}

export const NO_SETTINGS: PaneSettings = {
  mapping: { tables: [] },
  values: {},
  tables: {},
  seed: 1,
  asOf: '',
};

/** Settings as an earlier version or another hand may have left them: what cannot be read is left out. */
export function settingsFrom(saved: unknown): PaneSettings {
  if (!isRecord(saved)) return NO_SETTINGS;
  return {
    mapping: mappingFrom(saved['mapping']),
    values: isRecord(saved['values'])
      ? Object.fromEntries(
          Object.entries(saved['values']).flatMap(([id, v]) =>
            typeof v === 'string' || (typeof v === 'number' && Number.isFinite(v)) ? [[id, v]] : [],
          ),
        )
      : {},
    tables: isRecord(saved['tables'])
      ? Object.fromEntries(Object.entries(saved['tables']).map(([id, rows]) => [id, listOf(rows, rowFrom)]))
      : {},
    seed: Number.isSafeInteger(saved['seed']) ? Number(saved['seed']) : NO_SETTINGS.seed,
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(String(saved['asOf'])) ? String(saved['asOf']) : '',
  };
}

function mappingFrom(saved: unknown): Mapping {
  if (!isRecord(saved)) return NO_SETTINGS.mapping;
  const tables = listOf(saved['tables'], tableFrom);
  const stages = listOf(saved['stages'], stageFrom);
  return { tables, ...(stages.length > 0 && { stages }) };
}

function tableFrom(saved: unknown): DecidedTable | undefined {
  if (!isRecord(saved) || typeof saved['sheet'] !== 'string') return undefined;
  const { sheet, source, headerRow } = saved;
  const role = [...ROLE_IDS, 'ignored' as const].find((r) => r === saved['role']);
  return {
    sheet,
    ...(typeof source === 'string' && { source }),
    ...(typeof headerRow === 'number' && { headerRow }),
    ...(role && { role }),
    ...(isRecord(saved['columns']) && { columns: texts(saved['columns']) }),
    ...(Array.isArray(saved['stageDates']) && {
      stageDates: listOf(saved['stageDates'], (v) =>
        isRecord(v) && typeof v['stage'] === 'string' && typeof v['header'] === 'string'
          ? { stage: v['stage'], header: v['header'] }
          : undefined,
      ),
    }),
    ...(Array.isArray(saved['activityCounts']) && {
      activityCounts: listOf(saved['activityCounts'], (v) =>
        isRecord(v) && typeof v['type'] === 'string' && typeof v['header'] === 'string'
          ? { type: v['type'], header: v['header'] }
          : undefined,
      ),
    }),
    ...(Array.isArray(saved['measures']) && {
      measures: listOf(saved['measures'], (v) =>
        isRecord(v) && typeof v['measure'] === 'string' && typeof v['header'] === 'string'
          ? { measure: v['measure'], header: v['header'] }
          : undefined,
      ),
    }),
    ...(isRecord(saved['dateOrders']) && {
      dateOrders: Object.fromEntries(
        Object.entries(texts(saved['dateOrders'])).flatMap(([field, order]) => {
          const found = DATE_ORDERS.find((o) => o === order);
          return found ? [[field, found]] : [];
        }),
      ),
    }),
  };
}
const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

function stageFrom(saved: unknown): StageDefinition | undefined {
  if (!isRecord(saved) || typeof saved['name'] !== 'string') return undefined;
  const kind = STAGE_KINDS.find((k) => k === saved['kind']);
  return kind && { name: saved['name'], kind };
}

function rowFrom(saved: unknown): EditedRow | undefined {
  if (!isRecord(saved)) return undefined;
  return Object.fromEntries(
    Object.entries(saved).filter(
      (e): e is [string, EditedCell] => e[1] === null || CELL_TYPES.has(typeof e[1]),
    ),
  );
}
const CELL_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const texts = (v: unknown): Record<string, string> =>
  isRecord(v)
    ? Object.fromEntries(Object.entries(v).filter((e): e is [string, string] => typeof e[1] === 'string'))
    : {};
const listOf = <T>(v: unknown, read: (item: unknown) => T | undefined): readonly T[] =>
  Array.isArray(v) ? v.flatMap((item) => read(item) ?? []) : [];
