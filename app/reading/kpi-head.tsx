import { mechanismHue } from '@/app/shell/mechanism-hue';
import { Tabs } from '@/components/form/tabs';
import { TextInput } from '@/components/form/text-input';
import { Delta } from '@/components/numbers/delta';
import { Facts } from '@/components/numbers/facts';
import { Figure } from '@/components/numbers/figure';
import { ScoreBar } from '@/components/numbers/score-bar';
import { ValueWithInterval } from '@/components/numbers/value-with-interval';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/status/callout';
import { StatusBadge } from '@/components/status/status-badge';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import type { Reading } from '@/domain/measurements/reading';
import { windowFrom } from '@/kpis/window';
import { type Day, daysBetween } from '@/lib/day';
import type { KpiPage } from './kpi-page';
import { readingView } from './reading-view';

/** Below this many rows a rate is shown with the range it may truly lie in. */
const fewRows = 200;

/** The value, how sure it is, and against what it is held. */
export function KpiHead({
  kpi,
  asked,
  search,
  path,
  base,
  reader,
  reading,
  latest,
  now,
}: KpiPage & { reading: Reading; latest: Day; now: Date }) {
  const { t, f, say, word } = reader;
  const view = readingView(reader, kpi, reading, now);
  const days = daysBetween(windowFrom(reading.window, reading.at), reading.at) + 1;
  const keep: Record<string, string> = asked.window === kpi.windows[0] ? {} : { window: asked.window };
  return (
    <>
      <PageHeader
        title={say(kpi.title)}
        eyebrow={`${t(`mechanism.${kpi.mechanism}`)} · ${kpi.code}`}
        hue={mechanismHue[kpi.mechanism]}
        lead={say(kpi.question)}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[
              { label: t('shell.kpis'), href: `${base}/kpis` },
              { label: t(`mechanism.${kpi.mechanism}`), href: `${base}/mechanisms/${kpi.mechanism}` },
              { label: say(kpi.title) },
            ]}
          />
        }
        status={<StatusBadge {...view.status} />}
        meta={
          <>
            <span>{f.span(reading.at, days)}</span>
            <span>{reading.asOf ? t('kpiPage.asOf', { when: f.instant(reading.asOf) }) : t('kpiPage.never')}</span>
            {reading.watermark && <span>{t('kpiPage.dataUntil', { when: f.instant(reading.watermark) })}</span>}
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        {kpi.windows.length > 1 ? (
          <Tabs
            variant="segments"
            label={t('kpiPage.window')}
            items={kpi.windows.map((window) => ({
              href: addressWith(path, search, { window: window === kpi.windows[0] ? null : window, cursor: null }),
              label: t(`window.${window}`),
              current: window === asked.window,
            }))}
          />
        ) : (
          <p className="text-sm text-ink-3">{t(`window.${asked.window}`)}</p>
        )}
        <div className="-mb-4">
          <FilterBar
            action={path}
            label={t('kpiPage.period')}
            submitLabel={t('kpiPage.show')}
            keep={keep}
            reset={
              asked.at
                ? { href: addressWith(path, search, { at: null, cursor: null }), label: t('kpiPage.latest') }
                : undefined
            }
          >
            <TextInput name="at" type="date" label={t('kpiPage.at')} defaultValue={reading.at} max={latest} />
          </FilterBar>
        </div>
      </div>
      <div className="grid gap-4 lg:grid-cols-[1fr_22rem]">
        <Card pad="lg" hue={mechanismHue[kpi.mechanism]}>
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Figure value={view.value} unit={view.unit} reason={view.reason} size="xl" />
            {view.value !== null && view.change && <Delta change={view.change} />}
          </div>
          <p className="mt-2 text-sm text-ink-3">
            {reading.value === null ? word('reasonText', reading.reason ?? 'none') : t(`statusText.${reading.status}`)}
          </p>
          {reading.interval && reading.value !== null && reading.sample < fewRows && (
            <div className="mt-5 max-w-md">
              <ValueWithInterval
                label={t('kpiPage.interval')}
                value={reading.value}
                text={f.full(reading.value, kpi.unit)}
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
            <div className="mt-5 space-y-2">
              {reading.caveats.map((caveat) => (
                <Callout key={caveat} tone="warn" title={word('caveat', caveat)} />
              ))}
            </div>
          )}
        </Card>
        <Card pad="lg">
          <div className="mb-4">
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
              hue={mechanismHue[kpi.mechanism]}
              marks={[{ at: 60, label: '60' }]}
            />
          </div>
          <Facts
            items={[
              { term: t('kpiPage.full'), text: f.full(kpi.anchors.target, kpi.unit) },
              { term: t('kpiPage.pass'), text: f.full(kpi.anchors.pass, kpi.unit) },
              { term: t('kpiPage.floor'), text: f.full(kpi.anchors.floor, kpi.unit) },
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
        </Card>
      </div>
    </>
  );
}
