import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The narrowest usual pane, less its padding; stands in until the browser has measured. */
const NARROW = 288;

/** The width of an element in pixels, followed as the pane is resized. */
export function useWidth<T extends Element>(): readonly [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(NARROW);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.round(element.getBoundingClientRect().width) || NARROW);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** SVG does not shorten text by itself: cut to about `px` at the given font size. */
export function fitted(text: string, px: number, fontSize = 12): string {
  const letters = Math.max(3, Math.floor(px / (fontSize * 0.54)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
