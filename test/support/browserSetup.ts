import { buildPage, buildPane } from '../../workbench/build';
import { browserPath } from './browser';

/** Once before all tests in a browser, which run side by side: what they show is built where it is missing or old. */
export default function setup(): void {
  if (!browserPath() && !process.env['CI']) return;
  buildPane();
  buildPage();
}
