/** Closes a run with "Tests: 12 passed, 0 failed, 1 skipped", one plain line that any CI can read. */
module.exports = class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    process.stderr.write(
      `Tests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped\n`,
    );
  }
};
