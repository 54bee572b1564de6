import axe from 'axe-core';

/** Structure only: jsdom neither lays out nor paints, so contrast is measured in a browser (test/e2e). */
export async function expectNoFindings(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}
