/// <reference lib="webworker" />
import { wordIssue } from '../engine/report/wording';
import type { FromWorker, ToWorker } from './protocol';
import { responder } from './respond';
import { recogniseSheets, runAnalysis } from './runAnalysis';

const answer = responder({ recogniseSheets, runAnalysis, wordIssue }, (message: FromWorker) =>
  self.postMessage(message),
);
self.onmessage = (event: MessageEvent<ToWorker>) => answer(event.data);
