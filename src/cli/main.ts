import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findingsSchema } from '../app/findingsSchema';
import { parseMapping } from '../app/mappingFile';
import { parsePlans } from '../app/planSchema';
import { parseScenarios } from '../app/scenarioFile';
import type { RunResult } from '../app/run';
import { placementsOf, runAnalysis } from '../app/runAnalysis';
import { VERSION } from '../app/version';
import { ANALYSES } from '../engine/analyses';
import type { Progress } from '../engine/core/circumstances';
import { dayOf, type Day } from '../engine/core/day';
import { isBlocked } from '../engine/core/outcome';
import type { Issue } from '../engine/core/issue';
import { usualSheetName } from '../engine/report/layout';
import { wordIssue } from '../engine/report/wording';
import { addToWorkbook, writeWorkbook } from '../hosts/workbookFile';
import { refuseInput, writeOutput } from '../hosts/workbookFile/files';
import { helpText, parseArguments, type Command } from './arguments';
import { readFiles, type ReadFiles } from './files';
import { jsonFilesOf } from './jsonFiles';
import { planTablesOf } from './plans';
import { printInspection, printIssues, printReport } from './print';
import { terminalProgress } from './terminalProgress';

const REPLACED =
  'Leadline’s earlier sheets were replaced: notes that you wrote on them are in the input workbook, not in the copy. In Excel the task pane keeps them.';

const MORE =
  '\nThat is the summary: --out R.xlsx writes the tables and charts behind it, --tables prints the tables here.';

const NO_PLAN =
  'No compensation plan was found: give one with --plan P.json (docs/json.md), or type it on sheets of the workbook (docs/inputs.md).';

const FINE = 0;
const BLOCKED = 1;
const FAILURE = 2;
const USAGE = 64;

/** Runs one command; gives its exit code: 0 fine, 1 blocked by the data, 2 failure, 64 wrong use. */
export async function main(argv: readonly string[]): Promise<number> {
  const command = parseArguments(argv);
  if ('problem' in command) return refuse(command.problem);
  if (command.name === 'help') return say(helpText());
  if (command.name === 'version') return say(VERSION);
  const terminal = terminalProgress(process.stderr);
  try {
    return await carryOut(command, command.quiet ? () => undefined : terminal.progress, terminal.end);
  } catch (e) {
    terminal.end();
    return fail(failure(e));
  }
}

async function carryOut(command: Command, progress: Progress, endProgress: () => void): Promise<number> {
  const targets = [...listOf(command.out), ...listOf(command.json)];
  const inputs = [...command.files, ...listOf(command.mapping), ...command.plans, ...command.scenarios];
  for (const [i, target] of targets.entries()) {
    const refused = await refuseInput(target, [...inputs, ...targets.slice(0, i)]);
    if (refused) return refuse(wordIssue(refused));
  }
  for (const target of targets)
    if (!isFolder(dirname(target))) return fail(`The folder of ${target} does not exist.`);
    else if (isFolder(target)) return fail(`${target} is a folder.`);
  if (command.out !== undefined && !/\.xlsx$/i.test(command.out))
    return refuse('--out writes a workbook: its name must end with .xlsx.');
  if (command.withInput && command.files.length !== 1)
    return refuse('--with-input needs exactly one workbook.');
  const mappings = await jsonFilesOf('mapping', listOf(command.mapping), parseMapping);
  if ('problem' in mappings) return refuse(mappings.problem);
  const [mapping] = mappings.value;
  const scenarios = await jsonFilesOf('scenario', command.scenarios, parseScenarios);
  if ('problem' in scenarios) return refuse(scenarios.problem);
  const plans = await jsonFilesOf('plan', command.plans, parsePlans);
  if ('problem' in plans) return refuse(plans.problem);

  const read = await readFiles(command.files, (share, what) => progress(share * 0.4, what));
  if (isBlocked(read.issues)) {
    endProgress();
    printIssues(read.issues, command.quiet);
    return BLOCKED;
  }
  const run = runAnalysis(
    read.sheets,
    {
      today: today(),
      seed: command.seed,
      values: command.values,
      tables: planTablesOf(command.plans, plans.value, command.seeks),
      scenarios: scenarios.value.flat(),
      ...(command.asOf !== undefined && { asOf: command.asOf }),
      ...(command.name === 'inspect' ? { only: [] } : command.only && { only: command.only }),
      ...(mapping && { mapping }),
      ...(read.saved && { saved: read.saved }),
      ...(command.withInput && read.files[0] && { workbook: read.files[0].source }),
    },
    // Ctrl-C ends the process at once, as in any command; outputs are written whole or not at all.
    { progress: (share, what) => progress(0.4 + share * 0.5, what), signal: { cancelled: false } },
  );
  const issues = [...read.issues, ...run.issues];
  const workbook =
    run.blocked || command.out === undefined ? undefined : await workbookOf(command, read, run);
  endProgress();
  if (workbook?.issues.length) issues.push(...workbook.issues);
  if (command.name === 'inspect' && !command.quiet) printInspection(run);
  const blocked = isBlocked(issues);
  // What was recognised can be written even so: corrected, it is the way out, by --mapping.
  const writable = !blocked || (command.name === 'inspect' && run.findings.inputs.length > 0);
  if (blocked) {
    printIssues(issues, command.quiet);
    if (run.findings.inputs.length > 0) printWayOut(command);
    if (!writable) return BLOCKED;
  }

  if (command.name === 'compensate' && !run.findings.analyses.compensation) {
    printIssues(issues, command.quiet);
    process.stderr.write(`${NO_PLAN}\n`);
    return BLOCKED;
  }

  if (!command.quiet && !blocked) sayWhatIsSilent(command, run);

  const outputs: [string, Uint8Array | string][] = [];
  if (workbook?.value && command.out !== undefined) outputs.push([command.out, workbook.value]);
  if (command.json !== undefined)
    outputs.push([command.json, `${JSON.stringify(findingsSchema.parse(run.findings), null, 2)}\n`]);
  for (const [target, content] of outputs) {
    const written = await writeOutput(target, content, inputs);
    for (const refused of written.issues) return refuse(wordIssue(refused));
  }
  if (!command.quiet) {
    if (command.name !== 'inspect') printReport(run.report, command.tables);
    if (!blocked) printIssues(issues, false);
    if (command.withInput && read.sheets.some(({ owned }) => owned)) say(REPLACED);
    if (command.name === 'analyze' && !command.tables && command.out === undefined) say(MORE);
    for (const target of targets) say(`Wrote ${target}`);
  }
  return blocked ? BLOCKED : FINE;
}

/** An analysis that was asked for by name and found nothing does not go without a word. */
function sayWhatIsSilent({ name, only = [] }: Command, { findings }: RunResult): void {
  if (name !== 'analyze') return;
  for (const { id, title } of ANALYSES)
    if (only.includes(id) && findings.analyses[id] === undefined)
      process.stderr.write(
        `${id === 'compensation' ? NO_PLAN : `${title}: these data give nothing to say of it (docs/inputs.md).`}\n`,
      );
}

/** Where the pane would ask, a command line says how to answer. */
function printWayOut({ files, mapping }: Command): void {
  const edited = mapping ?? 'mapping.json';
  process.stderr.write(
    `To say how a table is to be read: leadline inspect ${files.join(' ')} --json ${edited}, correct its inputs, and give it back with --mapping ${edited} (docs/json.md).\n`,
  );
}

/** A new workbook, or a copy of the input with the result sheets under names that its own sheets leave free. */
async function workbookOf(
  command: Command,
  read: ReadFiles,
  run: RunResult,
): Promise<{ readonly value: Uint8Array | undefined; readonly issues: readonly Issue[] }> {
  const input = read.files[0];
  if (!command.withInput || !input) return { value: await writeWorkbook(run.placements), issues: [] };
  const taken = new Set(read.sheets.filter((s) => !s.owned).map((s) => s.sheet.toLowerCase()));
  const names = run.report.sheets.map(({ id, title }): [string, string] => {
    const usual = usualSheetName(id, title);
    let name = usual;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${usual} (${n})`;
    return [id, name];
  });
  return addToWorkbook(
    input.source,
    input.bytes,
    placementsOf(run.report, run.stamp, Object.fromEntries(names)),
  );
}

const listOf = (path: string | undefined): readonly string[] => (path === undefined ? [] : [path]);

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The edge's clock: the calendar day where the command runs. */
function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** What went wrong outside the data (a full disk, a folder that is not there, a bug), in one sentence. */
function failure(e: unknown): string {
  const { code, path, message } = e as NodeJS.ErrnoException; // whatever was thrown, absent fields are undefined
  if (code === 'ENOENT' && path) return `The folder of ${path} does not exist.`;
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path)
    return `${path} may not be written.`;
  if (code === 'ENOSPC') return 'The disk is full. Nothing was written.';
  if (process.env['LEADLINE_DEBUG'] && e instanceof Error) return e.stack ?? e.message;
  return `Something went wrong in Leadline itself: ${message}. Run again with LEADLINE_DEBUG=1 to see where, and please report it.`;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return FINE;
}
function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return FAILURE;
}
function refuse(problem: string): number {
  process.stderr.write(`${problem}\nTry leadline --help.\n`);
  return USAGE;
}
