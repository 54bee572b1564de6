/** `npm start`: Leadline beside a stand-in for Excel, in any browser. */
import { buildPage, buildPane } from './build';
import { startWorkbench } from './server';

const PORTS = [3001, 3002] as const;

void (async () => {
  buildPane();
  buildPage();
  const { url } = await startWorkbench({ ports: PORTS, officeJsIsRouted: false });
  console.log(`Leadline beside a stand-in for Excel: ${url}`);
  console.log(
    'Its certificate was made just now and signed by nobody: the browser asks whether you trust it.',
  );
})();
