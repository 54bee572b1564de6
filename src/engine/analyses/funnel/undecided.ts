import type { Opportunities, StageHistory, TextColumn } from '../../dataset/dataset';
import { LOST } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { stageFinder } from '../../dataset/stageMap';
import { folded } from '../../dataset/values/text';

/** True for a reason, or the name of a lost stage, that holds one of the phrases as whole words. */
function saysUndecided(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases.map((phrase) => ` ${folded(phrase)} `).filter((phrase) => phrase.trim() !== '');
  return (text) => {
    const words = ` ${folded(text)} `;
    return wanted.some((phrase) => words.includes(phrase));
  };
}

/**
 * Which lost deals the customer decided nothing about: by the loss reason, or by the lost stage that the deal is in now,
 * or was in last. 1 by row of opportunities; undefined where there is none such.
 */
export function undecidedDeals(
  opportunities: Opportunities,
  history: StageHistory | undefined,
  stages: StageMap,
  phrases: readonly string[],
): Uint8Array | undefined {
  const says = saysUndecided(phrases);
  const find = stageFinder(stages);
  const isOpenStage = (name: string): boolean => stages[find(name)]?.kind === 'open';
  const saying = (column: TextColumn | undefined, test: (label: string) => boolean) => {
    const of = column?.labels.map(test);
    return column && of?.includes(true) ? [{ codes: column.codes, of }] : [];
  };
  const columns = [
    ...saying(opportunities.texts['lossReason'], says),
    ...saying(opportunities.stage, (label) => says(label) && !isOpenStage(label)),
  ];
  const stageSays = stages.map(({ name, kind }) => kind === 'lost' && says(name));
  const byHistory = history && stageSays.includes(true) ? history : undefined;
  if (columns.length === 0 && !byHistory) return undefined;
  const undecided = new Uint8Array(opportunities.count);
  let found = false;
  for (let i = 0; i < undecided.length; i++) {
    if (opportunities.outcome[i] !== LOST) continue;
    const last = byHistory ? byHistory.start[i + 1]! - 1 : -1;
    const byStage =
      byHistory !== undefined && last >= byHistory.start[i]! && stageSays[byHistory.stage[last]!] === true;
    if (!byStage && !columns.some(({ codes, of }) => of[codes[i]!] === true)) continue;
    undecided[i] = 1;
    found = true;
  }
  return found ? undecided : undefined;
}
