import { issue, type IssueFacts } from '../../engine/core/issue';
import type { Outcome } from '../../engine/core/outcome';
import type { Placement } from '../../engine/report/placement';
import { addSheets, NameTaken } from './addSheets';
import { DamagedFile, OversizedFile } from './damaged';
import { CONTENT_TYPES, isKind, openPackage, relationshipsPath, type Package } from './package';
import { workbookPath } from './readXlsx';
import { attributeOf, firstOf, isTrue, writableText, xmlText } from './xml';

export interface DocumentProperties {
  readonly title: string;
}

/**
 * Plays placements into a new workbook. Equal placements give equal bytes: no clock is asked, and times in the file
 * are fixed.
 */
export async function writeWorkbook(
  placements: readonly Placement[],
  properties: DocumentProperties = { title: 'Leadline results' },
): Promise<Uint8Array> {
  const pack = emptyWorkbook(properties);
  await addSheets(pack, WORKBOOK, placements);
  return pack.bytes();
}

/**
 * Plays placements into a copy of a workbook. Its sheets, charts, pivots, slicers, comments, queries and macros stay as
 * they are, since their parts are not touched; sheets of an earlier run of Leadline are replaced. A workbook into which
 * nothing may be added gives a blocking issue that says why. `input` is a workbook that `readWorkbookFile` has read.
 */
export async function addToWorkbook(
  name: string,
  input: Uint8Array,
  placements: readonly Placement[],
): Promise<Outcome<Uint8Array>> {
  const blocked = (facts: Omit<IssueFacts['resultsNotAdded'], 'file'>): Outcome<Uint8Array> => ({
    value: undefined,
    issues: [issue('resultsNotAdded', 'blocking', { file: name, ...facts }, { source: name, sheet: '' })],
  });
  try {
    const pack = openPackage(input);
    const path = await workbookPath(pack);
    if (path === undefined) return blocked({ reason: 'notWorkbook', name: '' });
    const workbook = await pack.xml(path);
    if (attributeOf(workbook, 'conformance') === 'strict' || (await isStrict(pack)))
      return blocked({ reason: 'strictFormat', name: '' });
    const protection = firstOf(workbook, 'workbookProtection');
    if (protection && isTrue(attributeOf(protection, 'lockStructure')))
      return blocked({ reason: 'structureProtected', name: '' });
    await addSheets(pack, path, placements);
    return { value: await pack.bytes(), issues: [] };
  } catch (error) {
    if (error instanceof NameTaken) return blocked({ reason: 'nameTaken', name: error.taken });
    // A csv, a file that is no archive, or one too large to be read.
    if (error instanceof DamagedFile || error instanceof OversizedFile)
      return blocked({ reason: 'notWorkbook', name: '' });
    throw error;
  }
}

/** "Strict Open XML" has other namespaces throughout; parts of both kinds in one file are not valid. */
const isStrict = async (pack: Package): Promise<boolean> =>
  (await pack.relationships('')).some(
    (r) => isKind(r, 'officeDocument') && r.type.startsWith('http://purl.oclc.org/'),
  );

const WORKBOOK = 'xl/workbook.xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook without sheets, styles or results; `addSheets` adds them. */
function emptyWorkbook({ title }: DocumentProperties): Package {
  const pack = openPackage(undefined);
  pack.set(
    CONTENT_TYPES,
    `${head}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/${WORKBOOK}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
      '</Types>',
  );
  pack.set(
    relationshipsPath(''),
    `${head}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${DOCUMENT}/relationships/officeDocument" Target="${WORKBOOK}"/>` +
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
      `<Relationship Id="rId3" Type="${DOCUMENT}/relationships/extended-properties" Target="docProps/app.xml"/>` +
      '</Relationships>',
  );
  pack.set(
    WORKBOOK,
    `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}/relationships">` +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16200"/></bookViews><sheets/></workbook>',
  );
  pack.set(
    'docProps/core.xml',
    `${head}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${xmlText(writableText(title))}</dc:title><dc:creator>Leadline</dc:creator></cp:coreProperties>`,
  );
  pack.set(
    'docProps/app.xml',
    `${head}<Properties xmlns="${DOCUMENT}/extended-properties"><Application>Leadline</Application></Properties>`,
  );
  return pack;
}
