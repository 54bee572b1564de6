/** Thrown while reading a file that is broken inside; `readWorkbookFile` turns it into the issue `fileDamaged`. */
export class DamagedFile extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'DamagedFile';
  }
}

/** Thrown for a file that unpacks to more than can be read, by size or by design; becomes the issue `fileTooLarge`. */
export class OversizedFile extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'OversizedFile';
  }
}
