import { peer } from '../case';
import type { Peer } from '../case';
import { EXACT, LOST_STAGE, WON_STAGE } from './funnelLog';
import type { FunnelLog, FunnelRow } from './funnelLog';
import { loadPolars } from './polars';
import type { Expr, Frame, Polars } from './polars';

/** Serial of 1970-01-01, from which Polars counts days. */
const EPOCH = 25569;
const QUARTILES = [0.25, 0.5, 0.75];

/** Cells of one grouping, with the curve's first time at and beyond each quartile and its last time. */
function cellsBy(pl: Polars, ended: Frame, group: string): Frame {
  const { col } = pl;
  const counted = (ending: number): Expr => col('ending').filter(col('ending').eq(ending)).count();
  const by = [group, 'stage'];
  return ended
    .groupBy(...by, 'days')
    .agg(counted(0).alias('advanced'), counted(1).alias('lost'), counted(2).alias('open'))
    .sort([...by, 'days'])
    .withColumns(
      col('advanced').add(col('lost')).cast(pl.Float64).alias('d'),
      pl.when(col('days').eq(0)).then(pl.lit(0.5)).otherwise(col('days').cast(pl.Float64)).alias('t'),
    )
    .withColumns(
      col('d')
        .add(col('open'))
        .cumSum(true)
        .over(...by)
        .alias('risk'),
    )
    .withColumns(
      pl
        .lit(1)
        .minus(col('d').div(col('risk')))
        .alias('factor'),
    )
    .withColumns(
      pl
        .lit(1)
        .minus(
          col('factor')
            .cumProd()
            .over(...by),
        )
        .alias('share'),
    )
    .groupBy(...by)
    .agg(
      col('advanced').sum(),
      col('lost').sum(),
      col('open').sum(),
      ...QUARTILES.flatMap((p, i) => [
        col('t')
          .filter(col('share').gtEq(p - EXACT))
          .min()
          .alias(`first${i}`),
        col('t')
          .filter(col('share').gtEq(p + EXACT))
          .min()
          .alias(`beyond${i}`),
      ]),
      col('t').max().alias('last'),
    )
    .withColumns(
      ...QUARTILES.map((_, i) =>
        col(`first${i}`)
          .add(col(`beyond${i}`).fillNull(col('last')))
          .div(2)
          .alias(`q${i}`),
      ),
    )
    .select(group, 'stage', 'advanced', 'lost', 'open', 'q0', 'q1', 'q2');
}

function funnelOf(pl: Polars, deals: Frame, events: Frame, asOf: number): Frame[] {
  const { col } = pl;
  const visits = events
    .filter(col('stage').lt(WON_STAGE))
    .groupBy('deal', 'stage')
    .agg(col('seq').min().alias('first'), col('day').min().alias('since'));
  const later = events.select(col('deal'), col('seq'), col('stage').alias('to'), col('day'));
  const advanced = visits
    .join(later, { on: 'deal', how: 'inner' })
    .filter(
      col('seq')
        .gt(col('first'))
        .and(col('to').gt(col('stage')))
        .and(col('to').lt(LOST_STAGE)),
    )
    .groupBy('deal', 'stage')
    .agg(col('day').min().alias('advancedOn'));
  const isLost = col('outcome').eq(2);
  const ended = visits
    .join(advanced, { on: ['deal', 'stage'], how: 'left' })
    .join(deals, { on: 'deal', how: 'inner' })
    .withColumns(
      pl
        .when(col('advancedOn').isNotNull())
        .then(pl.lit(0))
        .otherwise(pl.when(isLost).then(pl.lit(1)).otherwise(pl.lit(2)))
        .alias('ending'),
      col('advancedOn')
        .fillNull(pl.when(isLost).then(col('closed')).otherwise(pl.lit(asOf)))
        .minus(col('since'))
        .alias('days'),
      col('created')
        .dt.year()
        .mul(4)
        .add(col('created').dt.month().cast(pl.Int32).minus(1).div(3).cast(pl.Int32))
        .alias('quarter'),
    );
  return [cellsBy(pl, ended, 'group'), cellsBy(pl, ended, 'quarter')];
}

export async function funnelByPolars(
  { deals, events, asOf }: FunnelLog,
  check: (rows: FunnelRow[]) => void,
): Promise<Peer | undefined> {
  const pl = await loadPolars();
  if (!pl) return undefined;
  const dealFrame = pl
    .DataFrame({
      deal: Int32Array.from({ length: deals.count }, (_, i) => i),
      group: deals.group,
      created: deals.created.map((day) => day - EPOCH),
      outcome: Int32Array.from(deals.outcome),
      closed: deals.closed,
    })
    .withColumns(pl.col('created').cast(pl.Date));
  const eventFrame = pl.DataFrame({
    deal: events.deal,
    seq: Int32Array.from({ length: events.count }, (_, e) => e),
    stage: events.stage,
    day: events.day,
  });
  return peer(
    'Polars',
    () => funnelOf(pl, dealFrame, eventFrame, asOf),
    (frames) =>
      check(
        // A frame's columns are those of a row but for the grouping, in their order.
        frames.flatMap((frame, by) => frame.rows().map((row) => [by, ...row] as unknown as FunnelRow)),
      ),
  );
}
