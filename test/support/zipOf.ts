import { writeZip, zipEntry } from '../../src/hosts/workbookFile/zip';

/** An archive of texts by path. */
export const zipOf = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  writeZip(
    await Promise.all(
      Object.entries(parts).map(([path, text]) => zipEntry(path, new TextEncoder().encode(text))),
    ),
  );

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a hand-made workbook: its sheets' XML by name, and what else a test needs. */
export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  extra: { readonly workbook?: string; readonly parts?: Readonly<Record<string, string>> } = {},
): Readonly<Record<string, string>> {
  const names = Object.keys(sheets);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${OFFICE}">${extra.workbook ?? ''}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}${['sharedStrings', 'styles']
      .filter((kind) => extra.parts?.[`xl/${kind}.xml`] !== undefined)
      .map((kind) => `<Relationship Id="r-${kind}" Type="${OFFICE}/${kind}" Target="/xl/${kind}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${main}>${sheets[name]}</worksheet>`,
      ]),
    ),
    ...extra.parts,
  };
}
