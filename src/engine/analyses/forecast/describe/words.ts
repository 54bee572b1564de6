import { formatValue } from '../../../report/formats';
import type { Format } from '../../../report/report';
import { CATEGORIES } from '../overrides';
import type { DealForecast, ForecastFinding } from '../finding';
import type { Basis } from '../model';
import { RISKS } from '../risks';
import type { Band } from '../summarise';

/** Money, or numbers of deals where no deal has an amount. */
export const unitFormat = ({ basis }: Pick<ForecastFinding, 'basis'>): Format =>
  basis.unit === 'amount' ? 'money' : 'decimal';

/** Quantiles and what is won already are numbers of deals then, and no mean. */
export const wholeFormat = ({ basis }: Pick<ForecastFinding, 'basis'>): Format =>
  basis.unit === 'amount' ? 'money' : 'integer';

export const BASES: Readonly<Record<Basis, string>> = {
  stage: 'Its stage, at its age',
  stale: 'Its stage, at the last age known',
  allStages: 'All stages, at its age',
  allStagesStale: 'All stages, at the last age known',
};

export const risksText = ({ risks }: DealForecast): string | null =>
  risks.length === 0 ? null : risks.map((risk) => RISKS[risk]).join('; ');

export const categoryText = ({ category }: DealForecast): string => CATEGORIES[category];

export const CATEGORY_FROM: Readonly<Record<DealForecast['categoryFrom'], string>> = {
  computed: 'Computed',
  crm: 'CRM',
  override: 'You',
};

/** Why there is no goal of all months. */
export function noGoalText({ periods }: Pick<ForecastFinding, 'periods'>): string {
  const known = periods.filter(({ goal }) => goal !== null);
  return known.length === 0
    ? 'no goal: set one on the Inputs sheet, or add quotas'
    : `quotas of ${known.length} of ${periods.length} months only (${known[0]!.period} to ${known.at(-1)!.period}): no goal of all`;
}

/** "1,200 to 3,400". */
export const bandText = ({ p10, p90 }: Band, format: Format): string =>
  `${formatValue(p10, format)} to ${formatValue(p90, format)}`;
