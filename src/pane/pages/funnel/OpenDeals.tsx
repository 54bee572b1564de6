import type { OpenDeal } from '../../../engine/analyses/funnel/ageing';
import { usePane } from '../../context';
import { counted, days, money, share } from '../../format';
import { Lines } from '../../parts/Lines';
import { TextLink } from '../../parts/TextLink';

const STANDINGS: Readonly<Record<OpenDeal['standing'], string>> = {
  usual: 'as old as won deals were',
  slow: 'older than nine in ten of the won deals',
  beyondAll: 'older than the slowest win',
  unknown: 'age not known',
};

/** Open deals with what speaks against them, each with the way to its row. */
export function OpenDeals({ label, deals }: { readonly label: string; readonly deals: readonly OpenDeal[] }) {
  const { actions } = usePane();
  return (
    <Lines
      label={label}
      one="deal"
      lines={deals.map((deal) => ({
        name: deal.account === null ? deal.id : `${deal.id} · ${deal.account}`,
        value: days(deal.age),
        details: [
          [
            STANDINGS[deal.standing],
            ...(deal.stage === null ? [] : [deal.stage]),
            ...(deal.owner === null ? [] : [deal.owner]),
            ...(deal.amount === null ? [] : [money(deal.amount)]),
          ].join(' · '),
          [
            ...(deal.chance === null ? [] : [`${share(deal.chance)} chance to be won soon`]),
            ...(deal.slowInStage === true && deal.daysInStage !== null
              ? [`${days(deal.daysInStage)} in its stage, unusually long`]
              : []),
            ...(deal.pushes !== null && deal.pushes > 0 ? [`put off ${counted(deal.pushes, 'time')}`] : []),
            ...(deal.untouchedDays !== null ? [`untouched for ${days(deal.untouchedDays)}`] : []),
          ].join(' · '),
        ].filter((detail) => detail !== ''),
        links: (
          <TextLink
            aria-label={`Show in sheet: ${deal.id}`}
            onClick={() =>
              void actions.showCell({ sheet: deal.place.sheet, row: deal.place.row ?? 1, column: 'A' })
            }
          >
            Show in sheet
          </TextLink>
        ),
      }))}
    />
  );
}
