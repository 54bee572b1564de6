/** Microsoft's npm client ends at this version of ExcelApi; the stand-in advertises no more. */
const NEWEST = 15;

export function isSetSupported(newest: number) {
  return (name: string, version: string | number = '1.1'): boolean => {
    if (name === 'DelayForCellEdit') return true;
    const [major, minor] = String(version).split('.').map(Number);
    return name === 'ExcelApi' && major === 1 && (minor ?? 0) <= Math.min(newest, NEWEST);
  };
}
