import { existsSync } from 'node:fs';

/** Where Debian, Ubuntu, macOS and Windows put a Chromium that playwright-core can drive. */
const PLACES = [
  process.env['LEADLINE_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const browserPath = (): string | undefined =>
  PLACES.find((place) => place !== undefined && existsSync(place));

/** Without a sandbox for containers that run as root; without the background requests that a closed network refuses. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
