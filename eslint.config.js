const js = require('@eslint/js');
const tseslint = require('typescript-eslint');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const jsxA11y = require('eslint-plugin-jsx-a11y');

/** Import barriers: what a room may not import. Imports only go down (docs/architecture.md). */
const barrier = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map(([group, message]) => ({ group: [group], message })) },
    ],
  },
});
const aboveEngine = [
  ['**/hosts/**', 'The engine knows no host.'],
  ['**/app/**', 'The engine knows no app.'],
  ['**/pane/**', 'The engine knows no pane.'],
  ['**/cli/**', 'The engine knows no command line.'],
  ['node:*', 'The engine knows no Node.'],
  ['react*', 'The engine knows no DOM.'],
  ['hucre*', 'Only hosts/workbookFile imports the xlsx library.'],
];
const noEnum = { selector: 'TSEnumDeclaration', message: 'No enum: a union of strings.' };
const xlsxOnlyInHost = ['hucre*', 'Only hosts/workbookFile imports the xlsx library.'];

module.exports = tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'test/schemas/**', 'assets/**', '.cache/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-undef': 'off', // TypeScript checks names.
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', noEnum],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/engine/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is an argument: circumstances.random.' },
        { object: 'Date', property: 'now', message: 'The clock is an argument: circumstances.asOf.' },
      ],
      'no-restricted-syntax': [
        'error',
        noEnum,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is an argument.',
        },
      ],
    },
  },
  barrier(
    ['src/engine/core/**'],
    [
      ...aboveEngine,
      ['**/stats/**', 'core is the lowest room.'],
      ['**/dataset/**', 'core is the lowest room.'],
      ['**/analyses/**', 'core is the lowest room.'],
      ['**/report/**', 'core is the lowest room.'],
    ],
  ),
  barrier(
    ['src/engine/stats/**'],
    [
      ...aboveEngine,
      ['**/dataset/**', 'stats imports core only.'],
      ['**/analyses/**', 'stats imports core only.'],
      ['**/report/**', 'stats imports core only.'],
    ],
  ),
  barrier(
    ['src/engine/dataset/**'],
    [
      ...aboveEngine,
      ['**/analyses/**', 'dataset imports core and stats only.'],
      ['**/report/**', 'dataset imports core and stats only.'],
    ],
  ),
  barrier(
    ['src/engine/report/**'],
    [
      ...aboveEngine,
      ['**/analyses/**', 'report does not know the analyses.'],
      ['**/stats/**', 'report computes no statistics.'],
    ],
  ),
  barrier(['src/engine/analyses/**'], aboveEngine),
  barrier(
    ['src/hosts/excel/**'],
    [
      ['**/app/**', 'Hosts import the engine only.'],
      ['**/pane/**', 'Hosts import the engine only.'],
      ['**/cli/**', 'Hosts import the engine only.'],
      ['**/workbookFile/**', 'Hosts do not know each other.'],
      xlsxOnlyInHost,
    ],
  ),
  barrier(
    ['src/hosts/workbookFile/**'],
    [
      ['**/app/**', 'Hosts import the engine only.'],
      ['**/pane/**', 'Hosts import the engine only.'],
      ['**/cli/**', 'Hosts import the engine only.'],
      ['**/hosts/excel/**', 'Hosts do not know each other.'],
    ],
  ),
  barrier(
    ['src/app/**'],
    [
      ['**/hosts/**', 'A host is an argument of app.'],
      ['**/pane/**', 'app does not know the pane.'],
      ['**/cli/**', 'app does not know the command line.'],
      xlsxOnlyInHost,
    ],
  ),
  barrier(
    ['src/pane/**'],
    [
      ['**/stats/**', 'No arithmetic in the pane.'],
      ['**/cli/**', 'The pane does not know the command line.'],
      ['**/workbookFile', 'The pane reads files for the sample data only, and loads the reader then.'],
      xlsxOnlyInHost,
    ],
  ),
  barrier(
    ['src/cli/**'],
    [
      ['**/pane/**', 'The command line does not know the pane.'],
      ['**/hosts/excel/**', 'The command line reads files.'],
      xlsxOnlyInHost,
    ],
  ),
  {
    files: ['src/hosts/excel/**', 'src/pane/**'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      [
        'call-sync-after-load',
        'call-sync-before-read',
        'load-object-before-read',
        'no-context-sync-in-loop',
        'no-empty-load',
        'no-navigational-load',
        'no-office-initialize',
      ].map((r) => [`office-addins/${r}`, 'error']),
    ),
  },
  {
    files: ['src/pane/**'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.configs.recommended.rules,
      // The barriers see no import(): of the file host the pane may load the reader, and nothing else.
      'no-restricted-syntax': [
        'error',
        noEnum,
        {
          selector: 'ImportExpression[source.value=/workbookFile(?!\\u002freadWorkbookFile$)/]',
          message: 'The pane loads the reader of the sample data only.',
        },
      ],
    },
  },
  {
    files: ['scripts/**', 'src/cli/**', 'test/bench/**', 'workbench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
