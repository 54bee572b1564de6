/**
 * Pictures of the result sheets of the sample workbook in docs/pictures, as LibreOffice prints them: the first page of
 * each sheet. Needs soffice, pdftotext and pdftoppm.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const results = join(root, 'out', 'leadline-sample-results.xlsx');
const SHEETS = {
  Summary: 'summary',
  Funnel: 'funnel',
  Cohorts: 'cohorts',
  People: 'people',
  'Time in stage': 'time-in-stage',
  Process: 'process',
  Indicators: 'indicators',
  'Lag map': 'lag-map',
  'Lead charts': 'lead-charts',
  'Months ahead': 'months-ahead',
  Forecast: 'forecast',
  'Open deals': 'open-deals',
  Bridge: 'bridge',
  Accuracy: 'accuracy',
  'Activity plan': 'activity-plan',
  'Hiring plan': 'hiring-plan',
  Payout: 'payout',
  'Payout curve': 'payout-curve',
  Cost: 'plan-cost',
  'Health check': 'plan-health',
  Scenarios: 'scenarios',
  'Data quality': 'data-quality',
  Inputs: 'inputs',
};

const folder = mkdtempSync(join(tmpdir(), 'leadline-pictures-'));
execFileSync('npm', ['run', '--silent', 'demo'], { cwd: root, stdio: 'ignore' });
execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, results], {
  stdio: 'ignore',
});
const pdf = join(folder, 'leadline-sample-results.pdf');
const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
for (const [title, name] of Object.entries(SHEETS)) {
  const page = pages.findIndex((text) => text.trimStart().split('\n')[0]?.trim() === title) + 1;
  if (page === 0) throw new Error(`No page begins with “${title}”.`);
  execFileSync('pdftoppm', [
    ...['-png', '-r', '110', '-f', String(page), '-l', String(page), '-singlefile'],
    pdf,
    join(root, 'docs', 'pictures', `sheet-${name}`),
  ]);
}
rmSync(folder, { recursive: true });
