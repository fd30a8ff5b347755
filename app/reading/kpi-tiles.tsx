import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { Reader } from '@/app/shell/reader';
import { KpiTile } from '@/components/numbers/kpi-tile';
import { Grid } from '@/components/shell/grid';
import type { Reading } from '@/domain/measurements/reading';
import { findKpi } from '@/kpis/catalogue';
import { readingView } from './reading-view';

/** KPIs at a glance: value, change, target, a small line, its age. */
export function KpiTiles({
  reader,
  base,
  readings,
  sparklines,
  now,
  scored = false,
}: {
  reader: Reader;
  base: string;
  readings: Reading[];
  sparklines: Record<string, { value: number | null }[]>;
  now: Date;
  /** Each says its score too: where it is told what a mechanism's score is made of. */
  scored?: boolean;
}) {
  return (
    <Grid as="ul" min="14.5rem">
      {readings.map((reading) => {
        const kpi = findKpi(reading.kpi)!;
        const view = readingView(reader, kpi, reading, now);
        return (
          <KpiTile
            key={kpi.code}
            as="li"
            title={reader.say(kpi.title)}
            href={`${base}/kpis/${kpi.id}`}
            value={view.value}
            unit={view.unit}
            reason={view.reason}
            target={view.target}
            score={
              !scored
                ? undefined
                : view.score === null
                  ? reader.t('kpisPage.noScore')
                  : reader.t('kpisPage.score', { score: view.score })
            }
            change={view.change}
            uncompared={view.uncompared}
            status={reading.status === 'empty' ? undefined : view.status}
            age={view.age}
            series={sparklines[kpi.code]?.map((point) => point.value)}
            seriesTarget={reading.anchors.anchors.target}
            hue={mechanismHue[kpi.mechanism]}
          />
        );
      })}
    </Grid>
  );
}
