import type { Block } from './report';

/** The two blocks that every sheet is written with. */
export const heading = (text: string, level: 1 | 2 = 1): Block => ({ block: 'heading', level, text });
export const note = (text: string, tone: 'plain' | 'muted' | 'warning' = 'muted'): Block => ({
  block: 'note',
  text,
  tone,
});
