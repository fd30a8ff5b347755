import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { Reader } from '@/app/shell/reader';
import { MilestoneList } from '@/components/numbers/milestone-list';
import { MilestoneRow } from '@/components/numbers/milestone-row';
import type { Milestone } from '@/domain/milestones/list-milestones';
import { findKpi } from '@/kpis/catalogue';
import { forecastText } from './forecast-text';
import { milestoneTone } from './milestone-tone';
import { targetLine } from './target-line';

/** Milestones below one another, each with its line against the way to its target. */
export function MilestoneListView({
  reader,
  base,
  milestones,
  label,
}: {
  reader: Reader;
  base: string;
  milestones: Milestone[];
  label: string;
}) {
  const { t, f, say } = reader;
  const heads = {
    milestone: t('milestone.heads.milestone'),
    value: t('milestone.heads.value'),
    target: t('milestone.heads.target'),
    due: t('milestone.heads.due'),
    forecast: t('milestone.heads.forecast'),
    owner: t('milestone.heads.owner'),
  };
  return (
    <MilestoneList label={label} heads={heads}>
      {milestones.map((milestone) => (
        <MilestoneRow
          key={milestone.id}
          title={say(milestone.title)}
          href={`${base}/roadmap/${milestone.id}`}
          note={say(findKpi(milestone.kpi)!.title)}
          status={{ tone: milestoneTone[milestone.status], label: t(`roadmap.status.${milestone.status}`) }}
          value={milestone.current === null ? null : f.full(milestone.current, milestone.unit)}
          reason={t('status.empty')}
          target={f.full(milestone.target, milestone.unit)}
          due={f.day(milestone.dueOn)}
          forecast={forecastText(reader, milestone)}
          owner={milestone.owner ?? undefined}
          series={milestone.series.map((point) => point.value)}
          targetSeries={targetLine(milestone)}
          hue={mechanismHue[milestone.mechanism]}
          heads={heads}
        />
      ))}
    </MilestoneList>
  );
}
