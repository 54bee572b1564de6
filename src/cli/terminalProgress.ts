import type { Progress } from '../engine/core/circumstances';

const WIDTH = 24;

/** A bar that rewrites its own line on a terminal; nothing in a pipe. `end` clears it. */
export function terminalProgress(stream: NodeJS.WriteStream): {
  readonly progress: Progress;
  readonly end: () => void;
} {
  if (!stream.isTTY) return { progress: () => undefined, end: () => undefined };
  let last = '';
  return {
    progress: (share, what) => {
      const filled = Math.round(share * WIDTH);
      const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(Math.round(share * 100)).padStart(3)} % ${what}`;
      if (line === last) return;
      last = line;
      stream.write(`\r\x1b[2K${line}`);
    },
    end: () => void stream.write('\r\x1b[2K'),
  };
}
