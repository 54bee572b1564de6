import type { EditedRow } from '../../../report/editableTable';
import { MODIFIERS } from './modifierColumns';
import { BANDS, idOf, KINDS, UNITS } from './words';

const text = (row: EditedRow | undefined, column: string): string => String(row?.[column] ?? '');

/** Units in which a rate is a share; the others are numbers as they stand. */
function isShareUnit(row: EditedRow): boolean {
  const unit = idOf(UNITS, text(row, 'unit'));
  return unit === 'ofAmount' || unit === 'ofTarget';
}

/** Whether a component's bands are of a share: attainment (where nothing is said), or margin. */
function hasShareBands(component: EditedRow | undefined): boolean {
  const kind = idOf(KINDS, text(component, 'kind'));
  const bandsOf = idOf(BANDS, text(component, 'bandsOf')) ?? 'attainment';
  if (kind === 'contest') return false;
  return kind !== 'tiers' || bandsOf === 'attainment' || bandsOf === 'margin';
}

const isShareMeasure = (row: EditedRow, column: string): boolean =>
  !['term', 'amount'].includes(text(row, column).trim().toLowerCase());

/** Which numbers of a row are shares, shown and typed as percentages. `component` is the row of the component that it is of. */
export const shareColumns = {
  planComponents: (row: EditedRow): readonly string[] => ['weight', ...(isShareUnit(row) ? ['rate'] : [])],
  planTiers: (row: EditedRow, component: EditedRow | undefined): readonly string[] => [
    ...(hasShareBands(component) ? ['from', 'to'] : []),
    ...(isShareUnit(row) ? ['rate'] : []),
  ],
  planModifiers: (row: EditedRow, component: EditedRow | undefined): readonly string[] => {
    const says = text(row, 'modifier').trim().toLowerCase();
    const [kind] = Object.entries(MODIFIERS).find(([, use]) => use.says.toLowerCase() === says) ?? [];
    const unit = text(row, 'unit');
    switch (kind) {
      case 'threshold':
        return hasShareBands(component) ? ['from'] : [];
      case 'gate':
      case 'windfall':
        return ['from', 'value'];
      case 'multiplier':
        return [
          ...(isShareMeasure(row, 'measure') ? ['from', 'to'] : []),
          ...(text(row, 'andMeasure') !== '' && isShareMeasure(row, 'andMeasure')
            ? ['andFrom', 'andTo']
            : []),
        ];
      case 'cap':
        return idOf(UNITS, unit) === 'ofTarget' ? ['from', 'value'] : ['value'];
      case 'ramp':
        // Blank is the first choice: a share of the usual.
        return unit === '' || unit.startsWith('%') ? ['value'] : [];
      case 'weight':
        return ['to', 'value'];
      case 'clawback':
      case 'holdback':
        return ['value'];
      default:
        return [];
    }
  },
} as const;
