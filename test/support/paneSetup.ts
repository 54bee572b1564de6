/** What jsdom lacks and Fluent UI asks of a browser, and what webpack puts in. */
class ResizeObserverStub {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= ResizeObserverStub;
// A system with no preferences.
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
// jsdom hides Node's own; the client copies messages with it, as a worker would.
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));
Object.assign(globalThis, {
  LEADLINE_PACKAGES: [{ name: 'react', version: '19.3.1', licence: 'MIT' }],
});
// axe measures text with a canvas where there is one; jsdom has none and says so at length.
HTMLCanvasElement.prototype.getContext = () => null;
export {};
