import type { Progress } from '../../engine/core/circumstances';
import { issue, type IssueCode } from '../../engine/core/issue';
import type { Outcome } from '../../engine/core/outcome';
import { readCsv, type Separator } from './csv';
import { DamagedFile, OversizedFile } from './damaged';
import { openPackage } from './package';
import { readXlsx, workbookPath, type ReadWorkbook } from './readXlsx';
import { usedRange } from './usedRange';
import { assertReadable, collect, through } from './zip';

type FileIssue = Extract<
  IssueCode,
  'fileEmpty' | 'fileTypeUnknown' | 'fileDamaged' | 'fileTooLarge' | 'fileProtected'
>;

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx) or separated values (.csv, .tsv, .txt, any of them .gz) from its bytes. What
 * a file is shows in its content; the name only names the sheet of a csv and its likely separator. Whatever the file
 * holds, the outcome is sheets or one blocking issue. `saved` are the inputs that a person changed on Leadline's own
 * sheets; undefined when the file has none.
 */
export async function readWorkbookFile(
  name: string,
  bytes: Uint8Array,
  progress: Progress = () => undefined,
): Promise<Outcome<ReadWorkbook>> {
  const blocked = (code: FileIssue): Outcome<ReadWorkbook> => ({
    value: undefined,
    issues: [issue(code, 'blocking', { file: name }, { source: name, sheet: '' })],
  });
  try {
    const content = isGzip(bytes) ? await gunzip(bytes) : bytes;
    if (content.length === 0) return blocked('fileEmpty');
    switch (kindOf(content)) {
      case 'zip': {
        const pack = openPackage(content);
        const path = await workbookPath(pack);
        // A document, a presentation, a binary workbook or another archive.
        if (path === undefined || !path.endsWith('.xml')) return blocked('fileTypeUnknown');
        const type = await pack.text(path);
        if (!/<(?:[^\s:<>/]+:)?workbook[\s>]/.test(type)) return blocked('fileTypeUnknown');
        const { issues, ...value } = await readXlsx(pack, path, name, progress);
        return { value, issues };
      }
      case 'protected':
        return blocked('fileProtected');
      case 'other':
        return blocked('fileTypeUnknown');
      case 'text':
        return csvSheet(name, content, progress);
    }
  } catch (error) {
    if (error instanceof DamagedFile) return blocked('fileDamaged');
    if (error instanceof OversizedFile) return blocked('fileTooLarge');
    throw error;
  }
}

function csvSheet(name: string, bytes: Uint8Array, progress: Progress): Outcome<ReadWorkbook> {
  const plain = name.replace(/\.gz$/i, '').replace(/^.*[\\/]/, '');
  const separator: Separator = /\.(tsv|tab)$/i.test(plain) ? '\t' : ',';
  const found = readCsv(bytes, { separator, progress: (share) => progress(share, `Reading ${name}`) });
  const sheet = {
    source: name,
    sheet: plain.replace(/\.[^.]+$/, ''),
    ...usedRange(found),
    hidden: false,
    decimalPoint: true as const,
    date1904: false,
    tables: [],
    merges: [],
    filteredRows: 0,
    owned: false,
  };
  return {
    value: { sheets: [sheet], saved: undefined },
    issues: found.unclosed.map(({ row, text }) =>
      issue('quoteNotClosed', 'warning', { text }, { source: name, sheet: sheet.sheet, row: row + 1 }),
    ),
  };
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((b, i) => bytes[i] === b);

const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x1f, 0x8b, 8);

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await collect(limited(bytes));
  } catch (error) {
    if (error instanceof OversizedFile) throw error;
    // The platform says no more than that the data are bad.
    throw new DamagedFile('compressed data');
  }
}

async function* limited(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of through(bytes, new DecompressionStream('gzip'))) {
    size += piece.length;
    assertReadable(size, bytes.length);
    yield piece;
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SAMPLE = 1 << 13;

function kindOf(bytes: Uint8Array): 'zip' | 'protected' | 'text' | 'other' {
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  // A workbook with a password is an OLE file that holds the encrypted package; the old .xls is one without.
  if (startsWith(bytes, ...OLE)) return hasUtf16(bytes, 'EncryptedPackage') ? 'protected' : 'other';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text';
  return looksLikeText(bytes.subarray(0, SAMPLE)) ? 'text' : 'other';
}

/** Streams of an OLE file are named in UTF-16 in its directory, which may stand anywhere in it. */
function hasUtf16(bytes: Uint8Array, name: string): boolean {
  for (let at = bytes.indexOf(name.charCodeAt(0)); at >= 0; at = bytes.indexOf(name.charCodeAt(0), at + 1))
    if (
      [...name].every(
        (letter, i) => bytes[at + 2 * i] === letter.charCodeAt(0) && bytes[at + 2 * i + 1] === 0,
      )
    )
      return true;
  return false;
}

/** Pictures, PDF and other binary files have controls that text has not; UTF-16 without a mark has zeros in turn. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return false;
  let controls = 0;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b === 0) zeros[i & 1]!++;
    else if (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 27) controls++;
  }
  const oneSided =
    Math.min(zeros[0]!, zeros[1]!) * 20 < bytes.length && (zeros[0]! + zeros[1]!) * 4 > bytes.length;
  return controls * 100 <= bytes.length && (zeros[0]! + zeros[1]! === 0 || oneSided);
}
