import { isLink } from './formula';
import type { CellContent, ReportSheet } from './report';

/** A sheet whose links into the user's data lead somewhere: links into another source than `workbook` become their text. */
export const linksWithin =
  (workbook: string | undefined) =>
  (sheet: ReportSheet): ReportSheet => ({
    ...sheet,
    blocks: sheet.blocks.map((block) =>
      block.block === 'table' && block.rows.some((row) => row.some(leadsOut))
        ? { ...block, rows: block.rows.map((row) => row.map((content) => led(content, workbook))) }
        : block,
    ),
  });

const leadsOut = (content: CellContent): boolean => isLink(content) && content.link.source !== undefined;

function led(content: CellContent, workbook: string | undefined): CellContent {
  if (!isLink(content) || content.link.source === undefined) return content;
  const { source, ...place } = content.link;
  return source === workbook ? { ...content, link: place } : content.text;
}
