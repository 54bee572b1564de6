import { BridgeBars, type BridgeStep } from '../../charts/BridgeBars';
import { date } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { amountText, inUnits, type Shown } from './shown';

/** How the pipeline came from what it was to what it is. */
export function Changes({ forecast }: Shown) {
  const { bridge, basis } = forecast;
  const amount = amountText(basis.unit);
  const units = inUnits(basis.unit);
  const change = (label: string, value: number, sign: 1 | -1 = 1): BridgeStep => ({
    label,
    // No minus before nothing.
    value: value === 0 ? 0 : sign * value,
    isLevel: false,
  });
  const steps: readonly BridgeStep[] = [
    { label: 'Opening', value: bridge.opening, isLevel: true },
    change('Created', bridge.created),
    change('Pulled in', bridge.pulledIn),
    change('Increased', bridge.increased),
    change('Decreased', bridge.decreased, -1),
    change('Pushed out', bridge.pushedOut, -1),
    change('Won', bridge.won, -1),
    change('Lost', bridge.lost, -1),
    { label: 'Closing', value: bridge.closing, isLevel: true },
  ];
  const label = 'What changed in the pipeline';
  return (
    <Section
      title="What changed"
      lead={`From ${date(bridge.from)} to ${date(bridge.to)}${
        bridge.closesBy === null ? ', all open deals' : `, deals to close by ${date(bridge.closesBy)}`
      }.`}
    >
      <Figure
        label={label}
        headers={['Change', 'Amount']}
        rows={steps.map((step) => [step.label, amount(step.value)])}
        note={
          bridge.knowsThen
            ? undefined
            : 'Earlier amounts and close dates are not in your data: what changed in them cannot be seen.'
        }
      >
        <BridgeBars
          label={label}
          steps={steps.map((step) => ({ ...step, value: units(step.value) }))}
          format={(value) => amount(basis.unit === 'amount' ? value * 100 : value)}
        />
      </Figure>
    </Section>
  );
}
