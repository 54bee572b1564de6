import type { Placement } from '../placement';
import { type Slot } from './arrange';
import { type Ground } from './cells';
import { placeChart } from './placeChart';
import { placeInputs } from './placeInputs';
import { placeKeyFigures } from './placeKeyFigures';
import { placeTable } from './placeTable';
import { placeHeading, placeNote } from './placeText';

/** What a block becomes on its slot. */
export function placeBlock({ block, area }: Slot, ground: Ground): readonly Placement[] {
  switch (block.block) {
    case 'heading':
      return placeHeading(block, area, ground);
    case 'note':
      return placeNote(block, area, ground);
    case 'keyFigures':
      return placeKeyFigures(block, area, ground);
    case 'table':
    case 'inputTable':
      return placeTable(block, area, ground);
    case 'inputs':
      return placeInputs(block, area, ground);
    case 'chart':
      return placeChart(block, area, ground);
  }
}
