import { heading, note } from './blocks';
import type { Issue, IssueCode, Severity } from '../core/issue';
import type { InputSummary } from '../dataset/dataset';
import { formatNumber } from './formats';
import { inputsTable } from './inputsTable';
import { marksOf } from './marks';
import type { Block, CellContent, ReportSheet } from './report';
import { issueTitle, SEVERITY_TITLES, wordIssue } from './wording';

/** More lines would make the workbook slow; the counts above the list hold all of them. */
const MAX_LISTED = 20_000;
const ORDER: readonly Severity[] = ['blocking', 'warning', 'note'];

/** Most severe first, otherwise as they were raised. */
const bySeverity = (issues: readonly Issue[]): readonly Issue[] =>
  ORDER.flatMap((severity) => issues.filter((issue) => issue.severity === severity));

interface Group {
  readonly code: IssueCode;
  readonly severity: Severity;
  count: number;
  excluded: number;
}

function groupsOf(issues: readonly Issue[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { code, severity, excludes } of issues) {
    const key = `${severity} ${code}`;
    const group = groups.get(key) ?? { code, severity, count: 0, excluded: 0 };
    groups.set(key, group);
    group.count++;
    if (excludes) group.excluded++;
  }
  return [...groups.values()];
}

/** "Deals!C17", "Deals!row 17", "Deals"; the file first where there are several. */
function placeText({ place }: Issue, severalFiles: boolean): string {
  if (!place) return 'Whole run';
  const at =
    place.row === undefined
      ? ''
      : place.column === undefined
        ? `!row ${place.row}`
        : `!${place.column}${place.row}`;
  const sheet =
    severalFiles && place.sheet !== place.source ? `${place.source} — ${place.sheet}` : place.sheet;
  return (place.sheet === '' ? place.source : sheet) + at;
}

/** What an issue is known by from run to run: its kind, its place and its words. */
const identity = (issue: Issue): string =>
  [
    issue.code,
    issue.place?.source,
    issue.place?.sheet,
    issue.place?.row,
    issue.place?.column,
    wordIssue(issue),
  ].join('\n');

/** Each issue with its place and its words. */
function issueRows(issues: readonly Issue[], severalFiles: boolean): readonly (readonly CellContent[])[] {
  const marks = marksOf(issues.map(identity));
  return issues.map((issue, i) => {
    const { place } = issue;
    const text = placeText(issue, severalFiles);
    return [
      place === undefined
        ? text
        : {
            link: {
              source: place.source,
              sheet: place.sheet,
              cell: `${place.column ?? 'A'}${place.row ?? 1}`,
            },
            text,
          },
      SEVERITY_TITLES[issue.severity],
      place?.sheet ?? null,
      place?.row ?? null,
      place?.column ?? null,
      marks[i] ?? null,
      wordIssue(issue),
    ];
  });
}

/**
 * Every input and every issue, linked to its cell.
 */
export function dataQualitySheet(inputs: readonly InputSummary[], issues: readonly Issue[]): ReportSheet {
  const ordered = bySeverity(issues);
  const listed = ordered.slice(0, MAX_LISTED);
  const left = ordered.length - listed.length;
  const sources = new Set([
    ...inputs.map(({ source }) => source),
    ...issues.flatMap(({ place }) => place?.source ?? []),
  ]);
  const severalFiles = sources.size > 1;
  const flags = ORDER.slice(0, 2).map(
    (severity, i) =>
      ({
        rule: 'flagWhere',
        column: 'severity',
        value: SEVERITY_TITLES[severity],
        tone: i === 0 ? 'bad' : 'warn',
      }) as const,
  );
  const found: readonly Block[] =
    issues.length === 0
      ? [note('Nothing was found that needs your attention.', 'plain')]
      : [
          {
            block: 'table',
            id: 'issueCounts',
            key: 'kind',
            columns: [
              { id: 'kind', header: 'Kind', format: 'text' },
              { id: 'severity', header: 'Severity', format: 'text', width: 16 },
              { id: 'count', header: 'How many', format: 'integer' },
              {
                id: 'excluded',
                header: 'Rows left out',
                format: 'integer',
                note: 'Rows that this kind of issue removed from the analysis.',
              },
            ],
            rows: groupsOf(ordered).map(({ code, severity, count, excluded }) => [
              issueTitle(code),
              SEVERITY_TITLES[severity],
              count,
              excluded,
            ]),
            conditionalFormats: flags,
          },
          heading('Each of them, with its place'),
          ...(left > 0
            ? [
                note(
                  `The ${formatNumber(MAX_LISTED, 0)} most severe are listed; ${formatNumber(left, 0)} more are counted above and not listed.`,
                  'warning',
                ),
              ]
            : []),
          {
            block: 'table',
            id: 'issues',
            key: 'mark',
            columns: [
              { id: 'place', header: 'Place', format: 'text' },
              { id: 'severity', header: 'Severity', format: 'text', width: 16 },
              { id: 'sheet', header: 'Sheet', format: 'text', width: 22 },
              { id: 'row', header: 'Row', format: 'integer' },
              { id: 'column', header: 'Column', format: 'text' },
              {
                id: 'mark',
                header: 'Mark',
                format: 'text',
                note: 'By it Leadline knows the line again on the next run, so that what you write beside it stays with it.',
              },
              { id: 'what', header: 'What', format: 'text', wrap: true, width: 76 },
            ],
            rows: issueRows(listed, severalFiles),
            conditionalFormats: flags,
          },
        ];
  return {
    id: 'dataQuality',
    title: 'Data quality',
    shows: 'Every row accounted for, and everything doubtful with its place',
    orientation: 'landscape',
    blocks: [
      heading('Every row accounted for'),
      inputsTable('inputs', inputs, 'full'),
      heading('What was found'),
      ...found,
    ],
  };
}
