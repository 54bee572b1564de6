/** An answer that may be one of fewer futures than the full one. */
interface Drawn {
  readonly draws: number;
  readonly allDraws: number;
}

/** So long a hand must rest before the full answer is asked for, in milliseconds. */
const REST = 250;

export interface Following<Supposed> {
  /** Follows what is supposed now. */
  readonly follow: (supposed: Supposed) => void;
  /** Asks nothing more, and tells nothing more. */
  readonly stop: () => void;
}

/**
 * Asks as fast as answers come, always about what is supposed last: a lever that moves asks no more questions than can be
 * answered. First quickly; and in full when the hand rests and the quick answer was not the full one already.
 */
export function following<Supposed, Answer extends Drawn>(
  ask: (supposed: Supposed, quick: boolean) => Promise<Answer | undefined>,
  /** `settled`: what is supposed now, where the answer is the full one of it. */
  tell: (answer: Answer, settled: Supposed | undefined) => void,
): Following<Supposed> {
  let wanted: { readonly supposed: Supposed } | undefined;
  let isAsking = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function answer(quick: boolean): Promise<void> {
    if (isAsking || !wanted) return;
    const asked = wanted;
    isAsking = true;
    const found = await ask(asked.supposed, quick);
    isAsking = false;
    if (isStopped) return;
    const isLast = wanted === asked;
    if (found) tell(found, isLast && found.draws === found.allDraws ? asked.supposed : undefined);
    if (!isLast) void answer(true);
    else if (found && found.draws < found.allDraws) timer = setTimeout(() => void answer(false), REST);
  }

  return {
    follow(supposed) {
      wanted = { supposed };
      clearTimeout(timer);
      void answer(true);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
