import { OwnLine } from '@/app/rules/own-line';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import { Delta } from '@/components/numbers/delta';
import { Facts } from '@/components/numbers/facts';
import { Figure } from '@/components/numbers/figure';
import { ScoreBar } from '@/components/numbers/score-bar';
import { ValueWithInterval } from '@/components/numbers/value-with-interval';
import { Card } from '@/components/shell/card';
import { Callout } from '@/components/status/callout';
import type { PastValue, Reading } from '@/domain/measurements/reading';
import type { PairWeightSet } from '@/domain/pair-weights/pair-weight-set';
import type { KpiPage } from './kpi-page';
import { changeView, readingView } from './reading-view';

/** Below this many rows a rate is shown with the range it may truly lie in. */
const fewRows = 200;

/** The value, how sure it is, and against what it is held. */
export function ValueCard({
  kpi,
  reader,
  base,
  reading,
  pairs,
  now,
}: KpiPage & {
  reading: Reading & { lastYear: PastValue };
  /** What the join pairs weigh in it; null for other KPIs. */
  pairs: PairWeightSet | null;
  now: Date;
}) {
  const { t, f, word } = reader;
  const view = readingView(reader, kpi, reading, now);
  const { anchors } = reading.anchors;
  const hue = mechanismHue[kpi.mechanism];
  const past = (was: PastValue | null) => {
    if (!was || was.value === null) {
      const why = was?.begins ? t('kpiPage.notCovered', { day: f.day(was.begins) }) : t('kpiPage.noValue');
      return <span className="text-ink-3">{why}</span>;
    }
    const change = changeView(reader, kpi, reading.value, was.value);
    return (
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span title={f.day(was.day)}>{f.full(was.value, kpi.unit)}</span>
        {change && <Delta change={change} />}
      </span>
    );
  };
  return (
    <Card pad="lg" hue={hue}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Figure value={view.value} unit={view.unit} reason={view.reason} size="xl" />
        {view.value !== null && view.change && <Delta change={view.change} />}
      </div>
      <p className="mt-1.5 text-sm text-ink-3">
        {reading.value === null ? word('reasonText', reading.reason ?? 'none') : t(`statusText.${reading.status}`)}
      </p>
      {reading.interval && reading.sample < fewRows && (
        <div className="mt-5">
          <ValueWithInterval
            label={t('kpiPage.interval')}
            value={reading.value}
            text={reading.value === null ? '' : f.full(reading.value, kpi.unit)}
            low={reading.interval[0]}
            high={reading.interval[1]}
            lowText={f.full(reading.interval[0], kpi.unit)}
            highText={f.full(reading.interval[1], kpi.unit)}
            max={kpi.unit === '%' ? 100 : 1}
            note={t('kpiPage.intervalNote')}
          />
        </div>
      )}
      {reading.caveats.length > 0 && (
        <div className="mt-4 space-y-2">
          {reading.caveats.map((caveat) => (
            <Callout key={caveat} tone="warn" title={word('caveat', caveat)} />
          ))}
        </div>
      )}
      <div className="mt-5 mb-3 border-t border-line pt-4">
        <p className="mb-2 flex items-baseline justify-between text-sm">
          <span className="text-ink-3">{t('kpiPage.score')}</span>
          <span className="num font-semibold">
            {view.score === null ? t('kpisPage.noScore') : t('kpiPage.scoreOf', { score: view.score })}
          </span>
        </p>
        <ScoreBar
          label={t('kpiPage.score')}
          value={reading.score}
          text={view.score}
          reason={t('kpisPage.noScore')}
          hue={hue}
          marks={[{ at: 60, label: '60' }]}
        />
      </div>
      <Facts
        items={[
          { term: t('kpiPage.monthBefore'), text: past(reading.previous) },
          { term: t('kpiPage.yearBefore'), text: past(reading.lastYear) },
          { term: t('kpiPage.full'), text: f.full(anchors.target, kpi.unit) },
          { term: t('kpiPage.pass'), text: f.full(anchors.pass, kpi.unit) },
          { term: t('kpiPage.floor'), text: f.full(anchors.floor, kpi.unit) },
          { term: t('kpiPage.better'), text: t(`kpiPage.${kpi.direction}`) },
          {
            term: t('kpiPage.sample'),
            text:
              kpi.measure.kind === 'repeat'
                ? t('kpiPage.customersUnit', { count: reading.sample })
                : t('kpiPage.rowsCount', { count: reading.sample }),
          },
        ]}
      />
      <OwnLine reader={reader} set={reading.anchors} says="anchors.own" href={`${base}/settings/anchors/${kpi.id}`} />
      {pairs && <OwnLine reader={reader} set={pairs} says="pairsPage.inForce" href={`${base}/settings/pairs`} />}
    </Card>
  );
}
