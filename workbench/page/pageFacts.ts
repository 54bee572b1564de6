import type { ClientApi } from '../clientApi';

/** What the server tells the page when it starts. */
export interface PageFacts {
  readonly paneUrl: string;
  readonly api: ClientApi;
}
