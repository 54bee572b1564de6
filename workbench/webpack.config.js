/** The workbench's own page: for development, demonstration and tests, never shipped. */
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

module.exports = {
  mode: 'development',
  name: 'workbench',
  context: __dirname,
  target: ['web', 'es2022'],
  // No code made from strings, as in the pane.
  devtool: 'source-map',
  entry: { workbench: join(__dirname, 'page', 'main.ts') },
  output: { path: join(__dirname, '..', '.cache', 'workbench'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  performance: false,
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2022',
          },
        },
      },
    ],
  },
  plugins: [
    new HtmlPlugin({ template: join(__dirname, 'page', 'index.html'), minify: false }),
    new CopyPlugin({
      patterns: [join(__dirname, '..', 'assets', 'samples', '*.xlsx').replace(/\\/g, '/')].map((from) => ({
        from,
        to: '[name][ext]',
      })),
    }),
  ],
};
