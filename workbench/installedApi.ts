import { readFileSync } from 'node:fs';
import type { ClientApi } from './clientApi';
import { readClientApi } from './clientApi';

const DEBUG_BUILD = require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
let api: ClientApi | undefined;

/** Of the installed npm package; read once. */
export const installedApi = (): ClientApi => (api ??= readClientApi(readFileSync(DEBUG_BUILD, 'utf8')));
