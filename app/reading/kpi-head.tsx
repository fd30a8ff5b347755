import { mechanismHue } from '@/app/shell/mechanism-hue';
import { Tabs } from '@/components/form/tabs';
import { TextInput } from '@/components/form/text-input';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { StatusBadge } from '@/components/status/status-badge';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import type { Reading } from '@/domain/measurements/reading';
import { windowFrom } from '@/kpis/window';
import { type Day, daysBetween } from '@/lib/day';
import type { KpiPage } from './kpi-page';
import { readingView } from './reading-view';

/** What it is, in which state, and the choice of window and day. */
export function KpiHead({
  kpi,
  asked,
  search,
  path,
  base,
  reader,
  only,
  reading,
  latest,
  now,
}: KpiPage & { reading: Reading; latest: Day; now: Date }) {
  const { t, f, say } = reader;
  const view = readingView(reader, kpi, reading, now);
  const days = daysBetween(windowFrom(reading.window, reading.at), reading.at) + 1;
  // Another day keeps what else was asked; only the page of rows is another one.
  const keep = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && !['at', 'cursor', 'refused'].includes(name) ? [[name, value]] : [],
    ),
  );
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
            {only && reading.value !== null && <span>{t('limits.onlyChannels', { channels: f.list([...only]) })}</span>}
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
    </>
  );
}
