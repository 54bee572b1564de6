import { DamagedFile, OversizedFile } from './damaged';

/**
 * The zip container of a workbook. Entries that nobody changes keep their compressed bytes, so a copy of a workbook
 * holds the user's parts bit for bit. Times in the archive are fixed: equal input gives equal bytes.
 */
export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly compressed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const STORED = 0;
const DEFLATED = 8;
/** 1980-01-01, the first day a zip can name. */
const DAY_ONE = 0x21;
/** Bit 11 of the flags: the path is UTF-8. */
const UTF8_PATH = 0x800;
const ENCRYPTED = 1;

/** Bytes that a file may unpack to, and how many times its packed size; small parts may be packed as tightly as they like. */
const MOST_UNPACKED = 1.5 * 2 ** 30;
const MOST_TIMES = 200;
const SMALL = 50 * 2 ** 20;

/** Throws `OversizedFile` where so few bytes unpack to so many that no table of data stands behind them. */
export function assertReadable(size: number, packed: number): void {
  if (size > MOST_UNPACKED || (size > SMALL && size > packed * MOST_TIMES))
    throw new OversizedFile(`${packed} bytes unpack to ${size}`);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crcStep(crc: number, bytes: Uint8Array): number {
  let c = crc;
  for (let i = 0; i < bytes.length; i++) c = CRC_TABLE[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return c;
}

const crc32 = (bytes: Uint8Array): number => (crcStep(-1, bytes) ^ -1) >>> 0;

/** The entries of an archive by path, folders left out. Throws `DamagedFile` or `OversizedFile`, told by its directory. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  try {
    let { count, at } = directory(view);
    for (; count > 0; count--) {
      if (view.getUint32(at, true) !== CENTRAL) throw new DamagedFile('directory of the archive');
      const [pathLength, extraLength, commentLength] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
      const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + pathLength!));
      const large = largeSizes(view, at, at + 46 + pathLength!, extraLength!);
      if (view.getUint16(at + 8, true) & ENCRYPTED) throw new DamagedFile(`${path} is encrypted`);
      if (view.getUint32(large.offset, true) !== LOCAL) throw new DamagedFile(`header of ${path}`);
      const start =
        large.offset + 30 + view.getUint16(large.offset + 26, true) + view.getUint16(large.offset + 28, true);
      if (start + large.compressed > bytes.length) throw new DamagedFile(`${path} is cut off`);
      assertReadable(large.size, large.compressed);
      // The sum, because entries may share their packed bytes.
      total += large.size;
      if (total > MOST_UNPACKED) throw new OversizedFile('the archive');
      if (!path.endsWith('/'))
        entries.set(path, {
          path,
          method: view.getUint16(at + 10, true),
          crc: view.getUint32(at + 16, true),
          size: large.size,
          compressed: bytes.subarray(start, start + large.compressed),
        });
      at += 46 + pathLength! + extraLength! + commentLength!;
    }
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedFile('the archive is cut off');
    throw error;
  }
  return entries;
}

function directory(view: DataView): { count: number; at: number } {
  for (let i = view.byteLength - 22; i >= Math.max(0, view.byteLength - 65557); i--) {
    if (view.getUint32(i, true) !== END) continue;
    const count = view.getUint16(i + 10, true);
    const at = view.getUint32(i + 16, true);
    if (count !== 0xffff && at !== 0xffffffff) return { count, at };
    if (view.getUint32(i - 20, true) !== LOCATOR64) throw new DamagedFile('end of the archive');
    const end64 = Number(view.getBigUint64(i - 12, true));
    if (view.getUint32(end64, true) !== END64) throw new DamagedFile('end of the archive');
    return {
      count: Number(view.getBigUint64(end64 + 32, true)),
      at: Number(view.getBigUint64(end64 + 48, true)),
    };
  }
  throw new DamagedFile('end of the archive is missing');
}

/** Sizes and offset of an entry, from its zip64 extra field where the 32-bit fields overflow. */
function largeSizes(view: DataView, at: number, extra: number, extraLength: number) {
  const fields = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let i = extra; i + 4 <= extra + extraLength; i += 4 + view.getUint16(i + 2, true)) {
    if (view.getUint16(i, true) !== 1) continue;
    let next = i + 4;
    for (const key of ['size', 'compressed', 'offset'] as const)
      if (fields[key] === 0xffffffff) {
        fields[key] = Number(view.getBigUint64(next, true));
        next += 8;
      }
  }
  return fields;
}

/** The entry's content piece by piece, checked against its size as it comes and its checksum at the end. */
export async function* contentPieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let crc = -1;
  let size = 0;
  const pieces = entry.method === STORED ? [entry.compressed] : inflated(entry);
  for await (const piece of pieces) {
    crc = crcStep(crc, piece);
    size += piece.length;
    if (size > entry.size) throw new DamagedFile(`size of ${entry.path}`);
    yield piece;
  }
  if (size !== entry.size || (crc ^ -1) >>> 0 !== entry.crc)
    throw new DamagedFile(`checksum of ${entry.path}`);
}

async function* inflated(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method !== DEFLATED) throw new DamagedFile(`compression of ${entry.path}`);
  try {
    yield* through(entry.compressed, new DecompressionStream('deflate-raw'));
  } catch (error) {
    if (error instanceof DamagedFile) throw error;
    throw new DamagedFile(`compressed data of ${entry.path}`);
  }
}

/** The bytes through a compressing or decompressing stream of the platform. */
export async function* through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A failure shows at the reader; unhandled it would also end the process.
  // The types ask for bytes over an ArrayBuffer; a Uint8Array over shared memory never comes here.
  void writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Who stops taking pieces also stops the unpacking.
    void reader.cancel().catch(() => undefined);
  }
}

export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
  }
  if (all.length === 1) return all[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of all) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const contentOf = (entry: ZipEntry): Promise<Uint8Array> => collect(contentPieces(entry));

export async function zipEntry(path: string, content: Uint8Array): Promise<ZipEntry> {
  const compressed = await collect(through(content, new CompressionStream('deflate-raw')));
  return { path, method: DEFLATED, crc: crc32(content), size: content.length, compressed };
}

/** An archive of the entries in their order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ entry, path: new TextEncoder().encode(entry.path), at: 0 }));
  const length = named.reduce((sum, n) => sum + 76 + 2 * n.path.length + n.entry.compressed.length, 22);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  /** The fields that the local header and the directory share, from `version needed` on. */
  const shared = (offset: number, n: (typeof named)[number]): void => {
    view.setUint16(offset, 20, true);
    view.setUint16(offset + 2, UTF8_PATH, true);
    view.setUint16(offset + 4, n.entry.method, true);
    view.setUint16(offset + 8, DAY_ONE, true);
    view.setUint32(offset + 10, n.entry.crc, true);
    view.setUint32(offset + 14, n.entry.compressed.length, true);
    view.setUint32(offset + 18, n.entry.size, true);
    view.setUint16(offset + 22, n.path.length, true);
  };
  for (const n of named) {
    n.at = at;
    view.setUint32(at, LOCAL, true);
    shared(at + 4, n);
    bytes.set(n.path, at + 30);
    bytes.set(n.entry.compressed, at + 30 + n.path.length);
    at += 30 + n.path.length + n.entry.compressed.length;
  }
  const directoryAt = at;
  for (const n of named) {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    shared(at + 6, n);
    view.setUint32(at + 42, n.at, true);
    bytes.set(n.path, at + 46);
    at += 46 + n.path.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - directoryAt, true);
  view.setUint32(at + 16, directoryAt, true);
  return bytes;
}
