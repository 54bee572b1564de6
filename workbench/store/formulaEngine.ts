import type * as IronCalc from '@ironcalc/wasm';

/** Fetched or read when the first formula appears, and never before. */
type Load = () => Promise<typeof IronCalc>;

let load: Load | undefined;
let loading: Promise<void> | undefined;
let loaded: typeof IronCalc | undefined;

/** Where the page or Node takes IronCalc from. Without it formulas keep no value. */
export function offerFormulaEngine(from: Load): void {
  load ??= from;
}

/** Resolves when formulas can be computed; rejects when the engine could not be loaded, and may then be tried again. */
export function formulaEngineReady(): Promise<void> {
  if (loaded || !load) return Promise.resolve();
  loading ??= load().then(
    (engine) => void (loaded = engine),
    (failure: unknown) => {
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}

export const formulaEngine = (): typeof IronCalc | undefined => loaded;
