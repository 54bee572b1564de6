import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { validateXML } from 'xmllint-wasm';

const SCHEMAS = join(__dirname, '..', 'test', 'schemas', 'manifest');

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1]!);

/** Width and height of a PNG from its first chunk, or undefined when the file is no PNG. */
function pngSize(file: string): { width: number; height: number } | undefined {
  const bytes = readFileSync(file);
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function schemaProblems(xml: string): Promise<string[]> {
  const files = readdirSync(SCHEMAS).map((fileName) => ({
    fileName,
    contents: readFileSync(join(SCHEMAS, fileName), 'utf8'),
  }));
  const { errors } = await validateXML({
    xml: { fileName: 'manifest.xml', contents: xml },
    schema: files.filter((f) => f.fileName === 'all.xsd'),
    preload: files.filter((f) => f.fileName !== 'all.xsd'),
  });
  return errors.map((e) => `line ${e.loc?.lineNumber ?? '?'}: ${e.message}`);
}

/** Every `resid` names a resource, and every resource is named. */
function resourceProblems(xml: string): string[] {
  const resources = xml.slice(xml.indexOf('<Resources>'), xml.indexOf('</Resources>'));
  const defined = matches(resources, /\bid="([^"]+)"/g);
  const used = new Set(matches(xml, /\bresid="([^"]+)"/g));
  return [
    ...[...used].filter((id) => !defined.includes(id)).map((id) => `resid "${id}" is used but not defined.`),
    ...defined.filter((id) => !used.has(id)).map((id) => `Resource "${id}" is defined but not used.`),
    ...defined.filter((id, i) => defined.indexOf(id) !== i).map((id) => `Resource "${id}" is defined twice.`),
    ...matches(resources, /<bt:String id="[^"]+" DefaultValue="([^"]*)"/g)
      .filter((text) => text.length > 250)
      .map((text) => `A text is longer than 250 characters: "${text.slice(0, 40)}…".`),
  ];
}

/** Addresses are https, on a declared domain, and lead to files that the build ships; icons have the size they claim. */
function addressProblems(xml: string, root: string): string[] {
  const problems: string[] = [];
  const domains = matches(xml, /<AppDomain>([^<]+)<\/AppDomain>/g);
  const addresses = matches(xml, /DefaultValue="([a-z]+:\/\/[^"]+)"/g);
  for (const address of new Set(addresses)) {
    const url = new URL(address);
    if (url.protocol !== 'https:') problems.push(`${address} is not https.`);
    if (!domains.includes(url.origin)) problems.push(`${url.origin} is not among the AppDomains.`);
    const size = /-(\d+)\.png$/.exec(url.pathname);
    if (!size) continue;
    const file = join(root, url.pathname);
    const found = existsSync(file) ? pngSize(file) : undefined;
    if (!found) problems.push(`${url.pathname} is missing or no PNG.`);
    else if (found.width !== Number(size[1]) || found.height !== Number(size[1]))
      problems.push(`${url.pathname} is ${found.width} × ${found.height} pixels.`);
  }
  for (const [, declared, id] of xml.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)) {
    const target = new RegExp(`<bt:Image id="${id}" DefaultValue="[^"]*-(\\d+)\\.png"`).exec(xml);
    if (target && target[1] !== declared)
      problems.push(`The icon of size ${declared} leads to a picture of size ${target[1]}.`);
  }
  return problems;
}

/** What is wrong with a manifest, without asking any service; empty when it is fine. */
export async function manifestProblems(path: string, packageVersion: string): Promise<string[]> {
  const xml = readFileSync(path, 'utf8');
  const schema = await schemaProblems(xml);
  if (schema.length) return schema;
  const info = await OfficeAddinManifest.readManifestFile(path);
  const own: string[] = [];
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(info.id ?? ''))
    own.push('Id is not a GUID.');
  if (info.version !== `${packageVersion}.0`)
    own.push(`Version ${info.version} is not package.json's ${packageVersion}.0.`);
  if (!info.hosts?.includes('Workbook')) own.push('The host Workbook is missing.');
  if (/ExtendedPermissions/.test(xml)) own.push('ExtendedPermissions are for mail add-ins.');
  return [...own, ...resourceProblems(xml), ...addressProblems(xml, join(path, '..'))];
}
