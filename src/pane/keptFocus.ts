import { type RefObject, useEffect } from 'react';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Keeps the keyboard where it was, as nearly as can be, when what it was on goes away: to the first thing in what is left
 * around it, or to the title of a page that took the place of another. A browser would leave it on nothing, and a screen
 * reader would begin anew. A pane that has not the focus takes none.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    /** What had the focus last, and everything around it, from the inside out. */
    let around: readonly Element[] = [];
    const remember = ({ target }: Event): void => {
      const found: Element[] = [];
      // What opens over the page, such as a dialog, gives the focus back by itself.
      for (
        let at = target instanceof Element ? target : null;
        at && at !== document.body;
        at = at.parentElement
      )
        found.push(at);
      around = found.at(-1)?.contains(root.current) ? found : [];
    };
    // A click on nothing leaves the focus on purpose.
    const forget = (): void => void (around = []);
    const keep = (): void => {
      if (
        around[0]?.isConnected !== false ||
        document.activeElement !== document.body ||
        !document.hasFocus()
      )
        return;
      const isAnotherPage = around.some((e) => e.tagName === 'MAIN' && !e.isConnected);
      // A page that is still being loaded has no title yet; the next change brings it.
      if (isAnotherPage) return root.current?.querySelector<HTMLElement>('main h1')?.focus();
      for (const left of around) {
        const next = left.isConnected && left.querySelector<HTMLElement>(FOCUSABLE);
        if (next) return next.focus();
      }
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, [root]);
}
