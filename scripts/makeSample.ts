/** Makes assets/samples: the workbook a new user tries, and the truth of the process it was drawn from. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWorkbook } from './sample/workbook';
import { simulate, truthOf } from './sample/world';

/** A world whose estimates hold its truth, as most do: the tests of the sample would notice any other. */
const SEED = 22;
const folder = join(__dirname, '..', 'assets', 'samples');

void (async () => {
  writeFileSync(join(folder, 'leadline-sample.xlsx'), await sampleWorkbook(simulate(SEED), SEED));
  writeFileSync(
    join(folder, 'leadline-sample.truth.json'),
    `${JSON.stringify(truthOf(SEED, 400_000, 90), null, 2)}\n`,
  );
})();
