import { play } from '../../../src/hosts/excel/play';
import { watchData } from '../../../src/hosts/excel/watch';
import { startStandIn } from '../../../workbench';
import { funnelReport, placementsOf, STAGES } from '../../support/funnelReport';
import { GO_ON, NO_PROGRESS } from '../../support/standInSheets';

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));

it('tells once that a person’s data changed, not of Leadline’s own sheets, and no more after it was stopped', async () => {
  const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
  await play(placementsOf(funnelReport(STAGES)), NO_PROGRESS, GO_ON);
  let told = 0;
  const stop = await watchData(() => void told++);
  host.personTypes('Leadline Inputs', 'B20', 'a note');
  await aWhile();
  expect(told).toBe(0);
  host.personTypes('Deals', 'A2', 'Alpha');
  host.personTypes('Deals', 'A3', 'Beta');
  await aWhile();
  expect(told).toBe(1);
  await stop();
  host.personTypes('Deals', 'A4', 'Gamma');
  await aWhile();
  expect(told).toBe(1);
});
