import { findingsOf, GOLDENS, kept } from '../support/goldens';

// A difference that is meant: npm run golden -- --accept, and the commit says which numbers moved and why.
it.each(GOLDENS.map((g) => [g.name, g] as const))(
  '%s gives the findings that were kept',
  async (_name, golden) => {
    const found: unknown = JSON.parse(await findingsOf(golden));
    expect(found).toEqual(JSON.parse(kept(golden) || 'null'));
  },
);
