import type { StoredSheet } from '../../store/book';
import type { HostObject } from '../hostObject';
import { partsOf } from '../hostObject';

type Stored = StoredSheet['conditionalFormats'][number];

export function conditionalFormatObject(sheet: StoredSheet, format: Stored): HostObject {
  const part = partsOf(format.look);
  const custom = (): HostObject => ({
    className: 'CustomConditionalFormat',
    objects: {
      Rule: () => part('ConditionalFormatRule', 'Rule/', ['Formula']),
      Format: () => ({
        className: 'ConditionalRangeFormat',
        objects: {
          Font: () => part('ConditionalRangeFont', 'Font/', ['Bold', 'Italic', 'Color']),
          Fill: () => part('ConditionalRangeFill', 'Fill/', ['Color']),
        },
      }),
    },
  });
  const dataBar = (): HostObject =>
    part(
      'DataBarConditionalFormat',
      '',
      ['ShowDataBarOnly', 'LowerBoundRule', 'UpperBoundRule', 'BarDirection'],
      {
        objects: {
          PositiveFormat: () =>
            part('ConditionalDataBarPositiveFormat', 'Positive/', [
              'FillColor',
              'GradientFill',
              'BorderColor',
            ]),
        },
      },
    );
  const only = (type: string, made: () => HostObject) => (): HostObject | null =>
    format.type === type ? made() : null;
  return {
    className: 'ConditionalFormat',
    id: format.id,
    get: { Id: () => format.id, Type: () => format.type },
    objects: {
      Custom: only('Custom', custom),
      DataBar: only('DataBar', dataBar),
      ColorScale: only('ColorScale', () => part('ColorScaleConditionalFormat', '', ['Criteria'])),
    },
    methods: {
      Delete: () => {
        sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => f.id !== format.id);
      },
    },
  };
}
