import fc from 'fast-check';

/**
 * On the build machine property tests draw the same cases every time: a change is judged by what it changed, not by the
 * luck of the draw. Everywhere else each run draws new cases and prints the seed of what fails; such a seed becomes a
 * named test.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261125 });
