import { useState } from 'react';
import { differText, talkOf } from '../../../engine/analyses/indicators/describe/people';
import { isPromoted } from '../../../engine/analyses/indicators/evidence';
import type { PeopleFinding } from '../../../engine/analyses/indicators/finding';
import { hundredths, share } from '../../format';
import { Choice } from '../../parts/Choice';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { valueText, type OfResult } from './shown';

const intervalText = ({ low, high }: PeopleFinding): string =>
  low === null || high === null ? '' : ` (${hundredths(low)} to ${hundredths(high)})`;

/** Whether a lead holds person by person, and what each person does of it against the standard. */
export function People({ finding, result }: OfResult) {
  const { indicators, standards, basis } = finding;
  const leads = indicators.filter(
    (one) => one.result === result.name && isPromoted(one.evidence) && one.people.of > 0,
  );
  const names = [...new Set(standards.map(({ indicator }) => indicator))];
  const [wanted, want] = useState<string>();
  const name = wanted !== undefined && names.includes(wanted) ? wanted : names[0];
  if (leads.length === 0 && name === undefined) return null;
  const kind = finding.series.find((one) => one.name === name)?.kind ?? 'count';
  return (
    <Section
      title="Person by person"
      lead={`The same indicators for each person: the mean of the last three ${basis.grain}s against the standard. To talk about, not to judge by.`}
    >
      {leads.length > 0 && (
        <Lines
          label="Whether a lead holds person by person"
          one="lead"
          lines={leads.map(({ name: lead, people }) => ({
            name: lead,
            value: `${people.agree} of ${people.of}`,
            details: [
              [
                'people with the same sign',
                ...(people.pooled === null
                  ? []
                  : [`r of the average person ${hundredths(people.pooled)}${intervalText(people)}`]),
                ...(people.i2 === null ? [] : [differText(people.i2)]),
              ].join('; '),
            ],
          }))}
        />
      )}
      {name !== undefined && (
        <>
          <Choice label="What people did of" value={name} choices={names} onChange={want} />
          <Lines
            label={`${name} by person`}
            one="person"
            many="people"
            lines={standards
              .filter(({ indicator }) => indicator === name)
              .map((one) => {
                const { share: attained, says } = talkOf(one);
                return {
                  name: one.person,
                  value: share(attained),
                  details: [
                    `${valueText(kind, one.recent)} lately, standard ${valueText(kind, one.standard)} ${
                      one.standardSource === 'given' ? 'as you set it' : 'from the team'
                    }`,
                    ...(says === null ? [] : [`${says}.`]),
                  ],
                };
              })}
          />
        </>
      )}
    </Section>
  );
}
