import { useEffect } from 'react';

/**
 * Keeps an open dialog in reach of screen readers. Fluent's focus library hides what is outside of the dialog that has the
 * focus, a quarter of a second later; on a busy machine it now and then misses that the focus went into the dialog, and hides
 * that (fluentui issue 33897). Then the dialog is shown again, and the focus given once more, which the library does not miss.
 */
export function useReachable(dialog: HTMLElement | null, isOpen: boolean): void {
  useEffect(() => {
    if (!dialog || !isOpen) return undefined;
    const show = (): void => {
      if (dialog.getAttribute('aria-hidden') !== 'true') return;
      dialog.removeAttribute('aria-hidden');
      const { activeElement } = document;
      const inside = dialog.contains(activeElement) ? activeElement : dialog.querySelector('button');
      if (!(inside instanceof HTMLElement)) return;
      inside.blur();
      inside.focus();
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(dialog, { attributes: true, attributeFilter: ['aria-hidden'] });
    return () => observer.disconnect();
  }, [dialog, isOpen]);
}
