import { cellAt } from './cells';
import { normaliseHeader } from './headers';
import type { RoleMatch, TableUnderStudy } from './recogniseRole';
import type { RoleId } from './roles';
import { labelOf } from './values/text';

/** A table with the role it most likely has. */
export interface RoleCandidate {
  readonly study: TableUnderStudy;
  readonly match: RoleMatch;
  /** True when a person gave the table this role. */
  readonly decided: boolean;
}

/** What becomes of the candidates of one role. Rivals are about as good as the leader and not to be read with it. */
export interface Choice {
  readonly used: readonly RoleCandidate[];
  readonly notUsed: readonly {
    readonly candidate: RoleCandidate;
    readonly reason: 'hidden' | 'duplicate' | 'lessSure';
  }[];
  readonly rivals: readonly RoleCandidate[];
}

/** A leader with this many times the score of another is clearly ahead. */
const CLEARLY_AHEAD = 1.3;
/** Tables with this share of common headers are of one kind. */
const SAME_HEADERS = 0.7;
/** Up to this share of common rows are slips between sheets; from the other on, one repeats the other. */
const DISJOINT = 0.05;
const CONTAINED = 0.95;
const SAMPLE = 500;

/** The fields that tell rows apart: a deal by its id, a person by name, anything else by all that both tables have. */
function keyFields(role: RoleId, a: RoleMatch, b: RoleMatch): readonly string[] {
  const both = [...a.matches.fields.keys()].filter((field) => b.matches.fields.has(field));
  const first = (...fields: readonly string[]): readonly string[] =>
    fields.filter((f) => both.includes(f)).slice(0, 1);
  if (role === 'opportunities') return [...first('id', 'name'), ...first('snapshotDate')];
  if (role === 'people') return first('person');
  return both;
}

const rowsOf = ({ study: { table } }: RoleCandidate): number => table.region.bottom - table.region.top + 1;

function keys(candidate: RoleCandidate, fields: readonly string[], most: number): readonly string[] {
  const { sheet, table } = candidate.study;
  const columns = fields.map((f) => candidate.match.matches.fields.get(f)?.column.header.column ?? -1);
  const { top, bottom } = table.region;
  const stride = Math.max(1, (bottom - top + 1) / most);
  const found: string[] = [];
  for (let at = top; at <= bottom; at += stride) {
    const key = columns.map((c) => labelOf(cellAt(sheet, Math.floor(at), c))).join('\u001f');
    if (key.replaceAll('\u001f', '') !== '') found.push(key);
  }
  return found;
}

/** The share of a candidate's rows that another candidate has too. */
function shareWithin(candidate: RoleCandidate, other: RoleCandidate): number {
  const fields = keyFields(candidate.match.role, candidate.match, other.match);
  if (fields.length === 0) return 0;
  const theirs = new Set(keys(other, fields, Infinity));
  const own = keys(candidate, fields, SAMPLE);
  return own.length === 0 ? 1 : own.filter((key) => theirs.has(key)).length / own.length;
}

function haveSameHeaders(a: RoleCandidate, b: RoleCandidate): boolean {
  const headers = ({ match }: RoleCandidate): ReadonlySet<string> =>
    new Set([...match.matches.fields.values()].map((m) => normaliseHeader(m.column.header.written)));
  const [as, bs] = [headers(a), headers(b)];
  const common = [...as].filter((h) => bs.has(h)).length;
  return common >= SAME_HEADERS * (as.size + bs.size - common);
}

/**
 * Which tables of one role are read. Tables that a person gave the role are; otherwise the best visible one is. Tables
 * of the same headers and other rows are read with it (a sheet per year), and so are further sheets of activities
 * whatever their headers (calls here, meetings there). A table whose rows another one has is a duplicate.
 */
export function chooseTables(candidates: readonly RoleCandidate[]): Choice {
  const used = candidates.filter((c) => c.decided);
  const anyDecided = used.length > 0;
  const open = candidates
    .filter((c) => !c.decided)
    .sort((a, b) => b.match.score - a.match.score || rowsOf(b) - rowsOf(a));
  const notUsed: Choice['notUsed'][number][] = [];
  const rivals: RoleCandidate[] = [];
  for (const candidate of open) {
    const leader = used[0];
    if (candidate.study.sheet.hidden) notUsed.push({ candidate, reason: 'hidden' });
    else if (!leader) used.push(candidate);
    else {
      const within = Math.max(...used.map((u) => shareWithin(candidate, u)));
      const joins = candidate.match.role === 'activities' || used.some((u) => haveSameHeaders(candidate, u));
      const part = used.find((u) => !u.decided && joins && shareWithin(u, candidate) >= CONTAINED);
      if (within >= CONTAINED) notUsed.push({ candidate, reason: 'duplicate' });
      else if (part) {
        used[used.indexOf(part)] = candidate;
        notUsed.push({ candidate: part, reason: 'duplicate' });
      } else if (within <= DISJOINT && joins) used.push(candidate);
      else if (anyDecided || leader.match.score >= CLEARLY_AHEAD * candidate.match.score)
        notUsed.push({ candidate, reason: 'lessSure' });
      else rivals.push(candidate);
    }
  }
  return { used, notUsed, rivals };
}
