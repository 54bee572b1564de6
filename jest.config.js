/** Jest projects: `node` for everything that runs without a DOM, `pane` for components, `e2e` for a real browser. */
const fixedSeed = process.env.CI ? ['<rootDir>/test/support/fixedSeed.ts'] : [];
// Jest's sandbox looks these up anew at each use, which makes the engine five times slower than it is; as parameters of
// every module they cost nothing.
const sandboxInjectedGlobals = [
  ...['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String', 'Infinity'],
  ...['Float32Array', 'Float64Array', 'Int16Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
];
const shared = {
  setupFiles: fixedSeed,
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  // These packages ship ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(.*/)?(hucre|@ironcalc|d3-[a-z-]+|internmap|read-excel-file|strip-bom|uuid)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
};
module.exports = {
  // All cores: a machine for tests has nothing else to do.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/support/tally.js'],
  // A shared machine may be slow; no test is about time.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'node',
      sandboxInjectedGlobals,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/pane/', '/test/e2e/', '/test/bench/'],
    },
    {
      ...shared,
      displayName: 'pane',
      sandboxInjectedGlobals,
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/pane/**/*.test.{ts,tsx}'],
      setupFiles: [...fixedSeed, '<rootDir>/test/support/paneSetup.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/browserSetup.ts',
    },
  ],
};
