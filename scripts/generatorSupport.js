/**
 * In place of @stdlib/assert-has-generator-support in the bundles: every engine that runs them has generators, and the
 * package finds out by compiling a string, which the add-in's content security policy forbids.
 */
module.exports = () => true;
