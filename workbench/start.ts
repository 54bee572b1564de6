/** `npm start`: Leadline beside a stand-in for Excel, in any browser. */
import { buildPage, buildPane } from './build';
import { startWorkbench } from './server';

const PORTS = [3001, 3002] as const;

void (async () => {
  console.log('Preparing Leadline: up to a minute when its sources have changed …');
  buildPane();
  buildPage();
  const { url } = await startWorkbench({ ports: PORTS, officeJsIsRouted: false });
  console.log(`Leadline beside a stand-in for Excel: ${url}`);
  console.log('The browser may ask whether you trust its certificate, which your own computer made.');
})();
