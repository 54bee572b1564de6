import { dayOfIso } from '../../src/engine/core/day';
import { readDataset } from '../../src/engine/dataset/read';
import { recognise } from '../../src/engine/dataset/recognise';
import { sheetsOfFiles } from './rawSheets';
import { expectAccounted } from './read';

/** Files as a run reads them. */
export async function readFiles(files: readonly string[], asOf?: string) {
  const sheets = await sheetsOfFiles(...files);
  const { value: recognition } = recognise(sheets, undefined);
  const { value, issues } = readDataset(sheets, recognition ?? [], {
    asOf: asOf === undefined ? undefined : dayOfIso(asOf),
    today: dayOfIso('2026-11-23')!,
    stages: undefined,
    progress: () => undefined,
    signal: { cancelled: false },
  });
  if (!value) throw new Error(JSON.stringify(issues));
  expectAccounted(value.dataset.inputs, issues);
  return { ...value, issues };
}
