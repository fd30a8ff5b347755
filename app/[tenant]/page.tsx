import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { KpiTiles } from '@/app/reading/kpi-tiles';
import { scoreChange } from '@/app/reading/score-change';
import { stageView } from '@/app/roadmap/stage-view';
import { ChangeLine } from '@/app/rules/change-line';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { attentionOf } from '@/app/today/attention';
import { Changes } from '@/app/today/changes';
import { dataStateOf } from '@/app/today/data-state';
import { FirstSteps } from '@/app/today/first-steps';
import { MechanismCard } from '@/app/today/mechanism-card';
import { WeightsLine } from '@/app/weights/weights-line';
import { Delta } from '@/components/numbers/delta';
import { StageRoad } from '@/components/numbers/stage-road';
import { Grid } from '@/components/shell/grid';
import { More } from '@/components/shell/more';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { AttentionList } from '@/components/status/attention-list';
import { FreshnessLine } from '@/components/status/freshness-line';
import { isLimited } from '@/domain/limits/limited';
import { readToday } from '@/domain/measurements/read-today';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { workerSilence } from '@/domain/readiness/readiness';
import { can } from '@/domain/tenants/access';
import { weightAt } from '@/domain/weights/weight-set';
import { getTranslations } from '@/i18n/request';
import { indexLevel } from '@/kpis/levels';

const shownItems = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') };
}

/** The morning page, in the order of its questions: is the data good, what needs me, where do we stand, what changed. */
export default async function TodayPage({ params }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const [{ view, milestones, entry, now }, silence] = await Promise.all([
    read(slug, async (work, entry) => {
      const view = await readToday(work);
      return { view, milestones: await listMilestones(work, { at: view.day.at }), entry, now: work.now };
    }),
    workerSilence(),
  ]);
  const reader = await readerOf(entry);
  const { t, f } = reader;
  const base = `/${slug}`;
  const header = <PageHeader title={t('today.title')} eyebrow={f.weekday(view.day.today)} />;
  if (view.feeds.length === 0) {
    return (
      <>
        {header}
        <FirstSteps base={base} mayConnect={can(entry.access, 'feed.manage')} />
      </>
    );
  }
  const state = dataStateOf(reader, view, base, silence);
  const items = attentionOf(reader, view, milestones, base, now, !isLimited(entry.access));
  const { index } = view.scores;
  const indexChange = scoreChange(reader, index.change);
  return (
    <>
      <PageHeader
        title={t('today.title')}
        eyebrow={f.weekday(view.day.today)}
        lead={view.day.at === view.day.today ? undefined : t('today.asOf', { day: f.day(view.day.at) })}
      />
      <FreshnessLine
        label={t('today.stateLabel')}
        tone={state.tone}
        summary={state.summary}
        items={state.items}
        action={{ href: `${base}/feeds`, label: t('today.seeFeeds') }}
      />
      <Section title={t('today.needs')}>
        <AttentionList label={t('today.needs')} items={items.slice(0, shownItems)} empty={t('today.needsNone')} />
        {items.length > shownItems && (
          <More label={t('today.more', { count: items.length - shownItems })}>
            <AttentionList
              label={t('today.more', { count: items.length - shownItems })}
              items={items.slice(shownItems)}
              empty=""
            />
          </More>
        )}
      </Section>
      <Section
        title={t('today.mechanisms')}
        text={
          index.score === null
            ? t(index.reason === 'limited' ? 'limits.indexNone' : 'today.indexNone')
            : t('today.indexText', { coverage: f.percent(index.coverage / 100, 0) })
        }
        actions={
          index.score !== null && (
            <p className="flex flex-wrap items-baseline gap-x-2.5">
              <span className="num text-lg font-semibold">{t('today.index', { score: f.number(index.score) })}</span>
              {indexChange && <Delta change={indexChange} />}
              {index.begins && (
                <span className="text-xs text-ink-3">{t('change.noneSince', { day: f.dayShort(index.begins) })}</span>
              )}
            </p>
          )
        }
      >
        <div className="space-y-4">
          <Grid min="17rem">
            {view.scores.mechanisms.map((score) => (
              <MechanismCard
                key={score.mechanism}
                reader={reader}
                score={score}
                gates={view.scores.gates}
                weight={weightAt(view.scores.weights, indexLevel, score.mechanism)}
                base={base}
              />
            ))}
          </Grid>
          <div className="text-sm">
            <WeightsLine reader={reader} weights={view.scores.weights} href={`${base}/settings/weights`} />
            <ChangeLine reader={reader} weights={view.scores.weights} changed={index} />
          </div>
          {view.scores.stage.stage !== null && (
            <StageRoad label={t('roadmapPage.road')} stages={stageView(reader, view.scores.stage, `${base}/roadmap`)} />
          )}
        </div>
      </Section>
      <Section
        title={t('today.tiles')}
        actions={
          <a href={`${base}/kpis`} className="rounded-xs text-sm font-medium text-brand hover:underline">
            {t('today.allKpis')}
          </a>
        }
      >
        <KpiTiles reader={reader} base={base} readings={view.readings} sparklines={view.sparklines} now={now} />
      </Section>
      <Section title={t('today.changes')}>
        <Changes reader={reader} base={base} view={view} />
      </Section>
    </>
  );
}
