import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { talkOf } from '../../../engine/analyses/indicators/describe/people';
import type { StandardFinding } from '../../../engine/analyses/indicators/finding';
import { DASH, decimal, percent } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import type { Shown } from './shown';

const useStyles = makeStyles({
  talk: { ...typographyStyles.caption1, margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

/** The same indicators for each person, against a standard; what to talk about with whom stands below. */
export function PeopleSection({ finding }: Shown) {
  const styles = useStyles();
  const { standards, basis } = finding;
  if (standards.length === 0) return null;
  const names = [...new Set(standards.map(({ indicator }) => indicator))];
  return (
    <Section
      title="People"
      lead={`Mean of the last three ${basis.grain}s against the standard: your target, else what the team usually does.`}
    >
      {names.map((name, i) => {
        const own = standards.filter(({ indicator }) => indicator === name);
        return (
          <Disclosure key={name} label={name} openAtFirst={i === 0} flush>
            <DataTable
              label={`${name} by person`}
              headers={['Person', 'Lately', 'Standard', 'Attainment']}
              rows={own.map((one) => {
                const { share } = talkOf(one);
                return [
                  one.person,
                  decimal(one.recent),
                  decimal(one.standard),
                  share === null ? DASH : percent(share),
                ];
              })}
            />
            {talks(own).map(([says, people]) => (
              <p key={says} className={styles.talk}>
                {`${says}: ${people.join(', ')}.`}
              </p>
            ))}
          </Disclosure>
        );
      })}
    </Section>
  );
}

/** Who is to be talked with about what, in the order of the people. */
function talks(
  own: readonly StandardFinding[],
): readonly (readonly [says: string, people: readonly string[]])[] {
  const people = new Map<string, string[]>();
  for (const one of own) {
    const { says } = talkOf(one);
    if (says !== null) people.set(says, [...(people.get(says) ?? []), one.person]);
  }
  return [...people];
}
