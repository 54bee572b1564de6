import { parseArgs } from 'node:util';
import { ASSUMPTIONS } from '../app/declared';
import type { AnalysisId } from '../engine/analyses/analysis';
import { ANALYSES } from '../engine/analyses';
import type { Assumption } from '../engine/core/assumption';
import { checkValue, showValue, type UncheckedValue } from '../engine/core/assumptionValues';
import { dayOfIso, type Day } from '../engine/core/day';
import { moneyOf } from '../engine/core/money';
import type { WantedBudget } from '../engine/analyses/compensation/modelling/soughtBudgets';

export interface Command {
  readonly name: 'analyze' | 'inspect' | 'compensate';
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly withInput: boolean;
  readonly json: string | undefined;
  readonly only: readonly AnalysisId[] | undefined;
  readonly asOf: Day | undefined;
  readonly seed: number;
  readonly mapping: string | undefined;
  /** Files of `--scenario`, in their order. */
  readonly scenarios: readonly string[];
  readonly quiet: boolean;
  /** Print the tables too, and not the summary alone. */
  readonly tables: boolean;
  /** Files of compensation plans; the first is in force, the others are compared with it. */
  readonly plans: readonly string[];
  readonly seeks: readonly WantedBudget[];
  readonly values: Readonly<Record<string, UncheckedValue>>;
}

export type Parsed =
  Command | { readonly name: 'help' } | { readonly name: 'version' } | { readonly problem: string };

const flagOf = (assumption: Assumption): string =>
  assumption.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const rangeOf = (assumption: Assumption): string =>
  assumption.kind === 'choice'
    ? assumption.choices.map(({ value }) => value).join(', ')
    : `${showValue(assumption, assumption.min).replace(/ .*/, '')} to ${showValue(assumption, assumption.max)}`;

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  'with-input': { type: 'boolean' },
  json: { type: 'string' },
  only: { type: 'string' },
  'as-of': { type: 'string' },
  seed: { type: 'string' },
  mapping: { type: 'string' },
  scenario: { type: 'string', multiple: true },
  plan: { type: 'string', multiple: true },
  simulate: { type: 'string' },
  tables: { type: 'boolean' },
  seek: { type: 'string', multiple: true },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
const assumptionOptions = Object.fromEntries(
  ASSUMPTIONS.map((a) => [flagOf(a), { type: 'string' as const }]),
);

/** " Did you mean --horizon-days or --deal-horizon-days?", where options hold what was typed. */
function didYouMean(said: string): string {
  const typed = /--([\w-]+)/.exec(said)?.[1] ?? '';
  const near = Object.keys({ ...assumptionOptions, ...OPTIONS }).filter((flag) => flag.includes(typed));
  return typed.length < 3 || near.length === 0 || near.length > 5
    ? ''
    : ` Did you mean ${near.map((flag) => `--${flag}`).join(' or ')}?`;
}

export function parseArguments(argv: readonly string[]): Parsed {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { ...assumptionOptions, ...OPTIONS },
      allowPositionals: true,
    });
  } catch (e) {
    // parseArgs throws a TypeError whose first sentence says which option is wrong; or, where a value begins with a
    // dash, that the option is "ambiguous".
    const [said = ''] = (e as Error).message.split(/[.\n]/);
    const [, ambiguous] = /Option '(?:-\w, )?(--[\w-]+).*ambiguous/.exec(said) ?? [];
    return {
      problem: ambiguous
        ? `${ambiguous} needs a value; one that begins with - is written ${ambiguous}=-1.`
        : `${said}.${didYouMean(said)}`,
    };
  }
  const { values, positionals } = parsed;
  const text = (key: string): string | undefined => {
    const value = (values as Readonly<Record<string, string | boolean | undefined>>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  const [name, ...files] = positionals;
  if (values.help || name === 'help' || (name === undefined && argv.length === 0)) return { name: 'help' };
  if (values.version) return { name: 'version' };
  if (name !== 'analyze' && name !== 'inspect' && name !== 'compensate')
    return {
      problem:
        name === undefined
          ? 'A command is missing: analyze, compensate or inspect.'
          : `There is no command "${name}": analyze, compensate or inspect.`,
    };
  if (files.length === 0) return { problem: `${name} needs at least one file.` };

  const asOfText = text('as-of');
  const asOf = asOfText === undefined ? undefined : dayOfIso(asOfText);
  if (asOfText !== undefined && asOf === undefined)
    return { problem: `--as-of takes a date like 2026-04-30, not "${asOfText}".` };
  const seed = Number(text('seed') ?? 1);
  if (!Number.isSafeInteger(seed)) return { problem: `--seed takes a whole number, not "${text('seed')}".` };
  const only = text('only')?.split(',');
  const known: readonly string[] = ANALYSES.map((a) => a.id);
  const stranger = only?.find((id) => !known.includes(id));
  if (stranger !== undefined) return { problem: `--only takes ${known.join(', ')}, not "${stranger}".` };
  if (values['with-input'] && text('out') === undefined) return { problem: '--with-input needs --out.' };
  if (name === 'inspect' && text('out') !== undefined)
    return { problem: 'inspect writes no workbook; --out belongs to analyze.' };
  const stray = PLAN_FLAGS.find((flag) => values[flag] !== undefined);
  if (name !== 'compensate' && stray) return { problem: `--${stray} belongs to compensate.` };
  if (name === 'compensate' && only) return { problem: '--only belongs to analyze.' };
  const seeks = (values.seek ?? []).map(wantedBudget);
  const unclear = seeks.indexOf(undefined);
  if (unclear >= 0)
    return {
      problem: `--seek takes a number of the plan and a budget, as "Bookings/tier 2/rate=250000", not "${values.seek?.[unclear]}".`,
    };

  const assumed: [string, string][] = [];
  for (const assumption of ASSUMPTIONS) {
    const flag =
      assumption.id === SIMULATED && text('simulate') !== undefined ? 'simulate' : flagOf(assumption);
    const given = text(flag);
    if (given === undefined) continue;
    if ('issue' in checkValue(assumption, given))
      return { problem: `--${flag} takes ${rangeOf(assumption)}, not "${given}".` };
    assumed.push([assumption.id, given]);
  }
  return {
    name,
    files,
    out: text('out'),
    withInput: values['with-input'] === true,
    json: text('json'),
    // each was just found among the known ids
    only: name === 'compensate' ? ['compensation'] : (only as readonly AnalysisId[] | undefined),
    asOf,
    seed,
    mapping: text('mapping'),
    scenarios: values.scenario ?? [],
    quiet: values.quiet === true,
    // What each person is paid is the very answer to `compensate`.
    tables: values.tables === true || name === 'compensate',
    plans: values.plan ?? [],
    seeks: seeks.filter((seek) => seek !== undefined),
    values: Object.fromEntries(assumed),
  };
}

const PLAN_FLAGS = ['plan', 'simulate', 'seek'] as const;
/** The assumption that --simulate sets. */
const SIMULATED = 'payRuns';

/** "Bookings/tier 2/rate=250000": a number of the plan, and the expected cost it shall bring about. */
function wantedBudget(said: string): WantedBudget | undefined {
  const at = said.lastIndexOf('=');
  const [parameter, amount] = [said.slice(0, at).trim(), said.slice(at + 1).trim()];
  const budget = moneyOf(Number(amount));
  return at < 0 || parameter === '' || amount === '' || budget === undefined
    ? undefined
    : { plan: null, parameter, budget };
}

export function helpText(): string {
  const flags = ASSUMPTIONS.map((a): [string, string] => [
    `--${flagOf(a)} ${a.kind === 'choice' ? a.choices.map((c) => c.value).join('|') : a.unit === 'share' ? 'SHARE' : a.unit.toUpperCase()}`,
    `${a.label} (${showValue(a, a.initial)})`,
  ]);
  const lines: readonly [string, string][] = [
    ['--out R.xlsx', 'write the result workbook'],
    ['--with-input', 'start R.xlsx as a copy of the one input workbook'],
    ['--json F.json', 'write the findings (docs/json.md)'],
    ['--only LIST', `of ${ANALYSES.map((a) => a.id).join(', ')}`],
    ['--as-of YYYY-MM-DD', 'read the data as they stood at the end of this day'],
    ['--seed N', 'seed of every random stream (1)'],
    ['--mapping M.json', 'how tables are read: a findings or inspect file'],
    ['--scenario S.json', 'a what-if beside what is in force; may be given several times (docs/json.md)'],
    ['--plan P.json', 'compensate: the plan; a second --plan is compared with it'],
    ['--simulate N', 'compensate: so many simulated years (--pay-runs)'],
    ['--seek NUMBER=BUDGET', 'compensate: the value of a number of the plan that meets a budget'],
    ['--tables', 'print the tables too, and not the summary alone (compensate always does)'],
    ['--quiet', 'print nothing but what blocks'],
    ['--version', 'print the version'],
    ...flags,
  ];
  return [
    'leadline analyze FILE…   analyse .xlsx, .xlsm, .csv, .tsv, .txt files (also .gz) together',
    'leadline compensate FILE… --plan P.json [--plan Q.json]   only what people are paid, and what it costs',
    'leadline inspect FILE…   say what was recognised in them, and why',
    '',
    ...ANALYSES.map((a) => `${a.id}: ${a.question}`),
    '',
    ...lines.map(([flag, meaning]) =>
      flag.length > 24 ? `  ${flag}\n${' '.repeat(28)}${meaning}` : `  ${flag.padEnd(26)}${meaning}`,
    ),
    '',
    'Exit codes: 0 fine, 1 blocked by the data, 2 failure, 64 wrong use.',
  ].join('\n');
}
