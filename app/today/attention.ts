import type { Reader } from '@/app/shell/reader';
import type { AttentionItem } from '@/components/status/attention-list';
import type { Tone } from '@/components/status/tone';
import type { TodayView } from '@/domain/measurements/read-today';
import type { Milestone } from '@/domain/milestones/list-milestones';
import { findKpi } from '@/kpis/catalogue';

/** A fall of so many score points in 28 days is worth a look. */
const fallOfNote = 5;
const rank: Record<Tone, number> = { bad: 0, warn: 1, info: 2, neutral: 3, good: 4 };

/**
 * What needs a person, worst first: silent feeds, failed runs, red lines, slipping milestones, rows kept aside, falls.
 * @param seesRows whether the reader may see rows kept aside, which are of the whole firm
 */
export function attentionOf(
  { t, f, say }: Reader,
  view: TodayView,
  milestones: Milestone[],
  base: string,
  now: Date,
  seesRows: boolean,
): AttentionItem[] {
  const item = (tone: 'bad' | 'warn' | 'info', rest: Omit<AttentionItem, 'tone' | 'toneLabel'>): AttentionItem => ({
    tone,
    toneLabel: t(`today.severity.${tone}`),
    ...rest,
  });
  const late = view.lateFeeds.map((feed) => {
    const marks = feed.records.flatMap((record) => (record.watermark ? [record.watermark.getTime()] : []));
    return item(feed.freshness === 'silent' ? 'bad' : 'warn', {
      key: `late-${feed.id}`,
      title: t(feed.freshness === 'silent' ? 'today.feedSilent' : 'today.feedLate', { name: feed.name }),
      text: t('today.feedLateText', { when: f.ago(new Date(Math.max(...marks)), now) }),
      href: `${base}/feeds/${feed.id}`,
      action: t('today.openFeed'),
    });
  });
  const failed = view.feeds
    .filter((feed) => feed.lastRun?.status === 'failed')
    .map((feed) =>
      item('bad', {
        key: `failed-${feed.id}`,
        title: t('today.runFailed', { name: feed.name }),
        href: `${base}/runs/${feed.lastRun!.id}`,
        action: t('today.openRun'),
      }),
    );
  const flags = view.scores.stage.flags.map((code) => {
    const kpi = findKpi(code)!;
    const reading = view.readings.find((one) => one.kpi === code)!;
    // The last value holds a flag up where the feeds fell silent.
    const value = f.full((reading.value ?? reading.lapsed)!, kpi.unit);
    // The largest group is that of the channels whose owner is not known.
    const unknown = reading.value !== null && reading.companions.unknown_share === reading.value;
    return item('bad', {
      key: `flag-${code}`,
      title: t('today.flag', { kpi: say(kpi.title) }),
      text: unknown
        ? t('today.flagUnknown', { value, share: f.percent(reading.value!, 0) })
        : t('today.flagText', { value }),
      href: `${base}/kpis/${kpi.id}`,
      action: t('today.openKpi'),
    });
  });
  const slipping = milestones.flatMap((milestone) => {
    const { status } = milestone;
    if (status !== 'late' && status !== 'regressed' && status !== 'at_risk') return [];
    const key = {
      late: 'today.milestoneLate',
      regressed: 'today.milestoneRegressed',
      at_risk: 'today.milestoneAtRisk',
    } as const;
    return [
      item(status === 'at_risk' ? 'warn' : 'bad', {
        key: `milestone-${milestone.id}`,
        title: t(key[status], { title: say(milestone.title) }),
        text: t('today.milestoneText', {
          current: milestone.current === null ? t('status.empty') : f.full(milestone.current, milestone.unit),
          target: f.full(milestone.target, milestone.unit),
          due: f.day(milestone.dueOn),
        }),
        meta: milestone.owner ? [milestone.owner] : [],
        href: `${base}/roadmap/${milestone.id}`,
        action: t('today.openMilestone'),
      }),
    ];
  });
  const aside = view.feeds
    .filter((feed) => seesRows && feed.openRejects > 0)
    .map((feed) =>
      item('warn', {
        key: `rejects-${feed.id}`,
        title: t('today.rejects', { count: feed.openRejects, name: feed.name }),
        text: t('today.rejectsText'),
        href: `${base}/feeds/${feed.id}#rejects`,
        action: t('today.openRejects'),
      }),
    );
  const falls = view.changes
    .filter((change) => !change.good && change.scoreChange <= -fallOfNote)
    .map(({ reading }) => {
      const kpi = findKpi(reading.kpi)!;
      return item('info', {
        key: `fall-${reading.kpi}`,
        title: t('today.worse', { kpi: say(kpi.title) }),
        text: t('today.worseText', {
          before: f.full(reading.previous!.value!, kpi.unit),
          after: f.full(reading.value!, kpi.unit),
          change: f.change(reading.value!, reading.previous!.value!, kpi.unit),
        }),
        href: `${base}/kpis/${kpi.id}#by`,
        action: t('today.openKpi'),
      });
    });
  return [...failed, ...late, ...flags, ...aside, ...slipping, ...falls].sort((a, b) => rank[a.tone] - rank[b.tone]);
}
