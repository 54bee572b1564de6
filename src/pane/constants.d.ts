/** Put in by webpack.config.js. */
declare const LEADLINE_PACKAGES: readonly {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}[];
