import { element } from './element';

const [NARROWEST, STEP] = [240, 16];

/** Between the workbook and the pane: dragged, or moved by arrow keys. `width` is the pane's, in pixels. */
export function makeSplitter(pane: HTMLElement, width: number): HTMLElement {
  const bar = element('div', {
    role: 'separator',
    class: 'splitter',
    tabindex: 0,
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the pane',
    'aria-valuemin': NARROWEST,
  });
  let now = width;
  const set = (wanted: number): void => {
    const most = Math.max(NARROWEST, window.innerWidth - 200);
    now = Math.round(Math.min(Math.max(wanted, NARROWEST), most));
    pane.style.width = `${now}px`;
    bar.setAttribute('aria-valuenow', String(now));
    bar.setAttribute('aria-valuemax', String(most));
    bar.setAttribute('aria-valuetext', `${now} pixels`);
  };
  set(width);
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    const [from, before] = [event.clientX, now];
    // A frame would swallow the pointer.
    pane.style.pointerEvents = 'none';
    const move = (moved: PointerEvent): void => set(before - (moved.clientX - from));
    bar.addEventListener('pointermove', move);
    bar.addEventListener(
      'lostpointercapture',
      () => {
        pane.style.pointerEvents = '';
        bar.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  });
  bar.addEventListener('keydown', (event) => {
    const to = { ArrowLeft: now + STEP, ArrowRight: now - STEP, Home: NARROWEST, End: Infinity }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
  return bar;
}
