export { readWorkbookFile } from './readWorkbookFile';
export { addToWorkbook, writeWorkbook, type DocumentProperties } from './writeWorkbook';
