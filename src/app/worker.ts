/// <reference lib="webworker" />
import type { FromWorker, ToWorker } from './protocol';
import { responder } from './respond';
import { recogniseSheets, runAnalysis } from './runAnalysis';

const answer = responder({ recogniseSheets, runAnalysis }, (message: FromWorker) =>
  self.postMessage(message),
);
self.onmessage = (event: MessageEvent<ToWorker>) => answer(event.data);
