/**
 * Which members of Excel's API the add-in uses and the stand-in for Excel has been taught, and which ones it knows of and
 * has not: those fail by name when they are called. Fails when the add-in uses one of them.
 */
import { join } from 'node:path';
import { coverageOf } from '../workbench/apiCoverage';
import { installedApi } from '../workbench/installedApi';

const { called, unbuilt, unknown, counts } = coverageOf(join(__dirname, '..'), installedApi());
const missing = called.filter(({ built }) => !built);

console.log(`Used by the add-in: ${called.length} members of Excel's API`);
for (const { member, since, places, built } of called)
  console.log(`  ${built ? ' ' : '!'} ${member.padEnd(52)} 1.${String(since).padEnd(3)} ${places.join(' ')}`);
console.log(
  `\nKnown to Microsoft's client: ${counts.known} members. Built in the stand-in: ${counts.built}, of ${counts.classes} classes, which have besides`,
);
for (const { className, members } of unbuilt) console.log(`  ${className}: ${members.join(', ')}`);
for (const name of unknown) console.log(`  ! ${name} is built, and Microsoft's client has no such member`);
console.log(
  missing.length === 0
    ? '\nThe stand-in has every member that the add-in uses.'
    : `\nThe add-in uses what the stand-in has not: ${missing.map(({ member }) => member).join(', ')}`,
);
if (missing.length + unknown.length > 0) process.exitCode = 1;
