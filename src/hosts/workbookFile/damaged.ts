/** Thrown while reading a file that is broken inside; `readWorkbookFile` turns it into the issue `fileDamaged`. */
export class DamagedFile extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'DamagedFile';
  }
}
