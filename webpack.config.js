/**
 * Three bundles: the pane with its worker (shipped), the command line (shipped), and the pane on a workbook in memory
 * (`--env harness`, for pictures, never shipped).
 */
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { BannerPlugin, DefinePlugin } = require('webpack');
const LicencesPlugin = require('./scripts/licencesPlugin');
const { dependencies } = require('./package.json');

const at = (...parts) => join(__dirname, ...parts);
const certificate = (file) => join(homedir(), '.office-addin-dev-certs', file);

/** Where the manifest says the pane is; `LEADLINE_URL=https://… npm run build` makes one for another place. */
const DEVELOPMENT_URL = 'https://localhost:3000';
const relocated = (manifest) =>
  manifest.toString().replaceAll(DEVELOPMENT_URL, process.env.LEADLINE_URL ?? DEVELOPMENT_URL);

const packages = Object.keys(dependencies)
  .sort()
  .map((name) => {
    const meta = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8'));
    return { name, version: meta.version, licence: meta.license };
  });

const define = new DefinePlugin({
  LEADLINE_PACKAGES: JSON.stringify(packages),
});

const shared = (mode) => ({
  mode,
  context: __dirname,
  // Code made from strings is what a content security policy forbids; in production no map is shipped.
  devtool: mode === 'production' ? false : 'source-map',
  resolve: {
    extensions: ['.ts', '.tsx', '.js', '.mjs'],
    alias: { '@stdlib/assert-has-generator-support$': join(__dirname, 'scripts/generatorSupport.js') },
  },
  performance: false, // scripts/bundleSize.ts measures what is sent, compressed.
});

const compile = (target) => ({
  rules: [
    {
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: 'swc-loader',
      options: {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target,
        },
      },
    },
  ],
});

const browser = (mode) => ({
  ...shared(mode),
  target: ['web', 'es2022'],
  module: compile('es2022'),
});

const pane = (mode) => ({
  ...browser(mode),
  name: 'pane',
  entry: { pane: at('src/pane/index.tsx') },
  output: {
    path: at('dist'),
    filename: '[name].[contenthash:12].js',
    chunkFilename: '[name].[contenthash:12].js',
    clean: { keep: /^cli\// },
  },
  optimization: {
    chunkIds: 'named',
    moduleIds: 'deterministic',
    // What the analyses' pages share (charts, tables) is one chunk, loaded with the first of them; the worker is none of them.
    splitChunks: {
      cacheGroups: {
        default: false,
        defaultVendors: false,
        pageParts: {
          name: 'page-parts',
          chunks: 'async',
          minChunks: 2,
          minSize: 0,
          test: /[\\/](src[\\/]pane|node_modules[\\/](d3-|internmap|@fluentui))/,
        },
      },
    },
  },
  plugins: [
    define,
    new HtmlPlugin({
      template: at('src/pane/index.html'),
      filename: 'taskpane.html',
      scriptLoading: 'defer',
      minify: false,
    }),
    new CopyPlugin({
      patterns: [
        { from: 'src/pane/help.html' },
        { from: 'manifest.xml', transform: relocated },
        { from: 'LICENSE' },
        { from: 'assets/icons/*.png' },
        { from: 'assets/samples/*.xlsx' },
      ],
    }),
    new LicencesPlugin({ filename: 'licences.txt' }),
  ],
  devServer: {
    port: 3000,
    // Excel wants https and a certificate that the computer trusts: the one that office-addin-dev-certs makes
    // (`npm run start:excel`). Without it a browser asks first.
    server: existsSync(certificate('localhost.key'))
      ? { type: 'https', options: { key: certificate('localhost.key'), cert: certificate('localhost.crt') } }
      : 'https',
    headers: { 'Access-Control-Allow-Origin': '*' },
    client: { overlay: false },
  },
});

const commandLine = (mode) => ({
  ...shared(mode),
  name: 'cli',
  target: 'node20',
  module: compile('es2022'),
  entry: { leadline: at('src/cli/leadline.ts') },
  output: {
    path: at('dist/cli'),
    filename: '[name].js',
    chunkFilename: '[name].js',
  },
  // Readable traces are worth more than bytes on a disk.
  optimization: { minimize: false, chunkIds: 'named', moduleIds: 'named' },
  plugins: [define, new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
});

const harness = (mode) => ({
  ...browser(mode),
  name: 'harness',
  entry: { harness: at('test/support/harness/index.tsx') },
  output: { path: at('.cache/harness'), filename: '[name].js', chunkFilename: '[name].js', clean: true },
  plugins: [
    define,
    new HtmlPlugin({
      template: at('test/support/harness/index.html'),
      filename: 'index.html',
      minify: false,
    }),
  ],
});

module.exports = (env = {}, { mode = 'production' } = {}) =>
  env.harness ? harness(mode) : [pane(mode), commandLine(mode)];
