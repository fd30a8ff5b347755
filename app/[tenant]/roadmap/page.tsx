import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { MilestoneListView } from '@/app/milestones/milestone-list-view';
import { one } from '@/app/reading/asked';
import { GateTable } from '@/app/roadmap/gate-table';
import { stageView } from '@/app/roadmap/stage-view';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { ButtonLink } from '@/components/form/button-link';
import { SubmitButton } from '@/components/form/submit-button';
import { StageRoad } from '@/components/numbers/stage-road';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { EmptyState } from '@/components/status/empty-state';
import { readScores } from '@/domain/measurements/read-scores';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { findKpi } from '@/kpis/catalogue';
import { stages } from '@/roadmap/stages';
import { unshelveMilestone } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roadmapPage'))('title') };
}

/** Three stages as one road with their gates, and the milestones on the way. */
export default async function RoadmapPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { scores, all, entry } = await read(slug, async (work, entry) => {
    const scores = await readScores(work);
    return { scores, all: await listMilestones(work, { at: scores.at, includeArchived: true }), entry };
  });
  const reader = await readerOf(entry);
  const { t, f, say } = reader;
  const base = `/${slug}`;
  const mayManage = can(entry.access, 'milestone.manage');
  const milestones = all.filter((milestone) => !milestone.archived);
  const archived = all.filter((milestone) => milestone.archived);
  const justArchived = archived.find((milestone) => milestone.id === one(search, 'archived'));
  const set = mayManage && (
    <ButtonLink href={`${base}/roadmap/new`} icon="flag" variant="primary">
      {t('roadmapPage.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('roadmapPage.title')} lead={t('roadmapPage.lead')} actions={set} />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {justArchived && (
        <div className="mb-6">
          <Callout
            tone="info"
            live
            title={t('roadmapPage.archivedOne', { title: say(justArchived.title) })}
            actions={
              <form action={unshelveMilestone.bind(null, slug, justArchived.id)}>
                <SubmitButton variant="secondary" size="sm" pending={t('roadmapPage.undoing')}>
                  {t('roadmapPage.undo')}
                </SubmitButton>
              </form>
            }
          />
        </div>
      )}
      {scores.stage.flags.length > 0 && (
        <div className="mb-6">
          <Callout
            tone="bad"
            title={t('roadmapPage.flags', {
              kpis: f.list(scores.stage.flags.map((code) => say(findKpi(code)!.title))),
            })}
          />
        </div>
      )}
      {scores.stage.stage === null ? (
        <Callout tone="info" title={t('limits.roadNone')} />
      ) : (
        <StageRoad label={t('roadmapPage.road')} stages={stageView(reader, scores.stage, `${base}/roadmap`)} />
      )}
      <Section
        title={t('roadmapPage.milestones')}
        text={t(entry.access.limits.channels ? 'limits.standing' : 'roadmapPage.milestonesText')}
      >
        {milestones.length === 0 ? (
          <EmptyState picture="channel" title={t('roadmapPage.empty')} text={t('roadmapPage.emptyText')} action={set} />
        ) : (
          <div className="space-y-6">
            {stages.map(({ stage, title }) => {
              const mine = milestones.filter((milestone) => milestone.stage === stage);
              if (mine.length === 0) return null;
              const label = `${t('roadmapPage.stage', { stage })} · ${say(title)}`;
              return (
                <div key={stage}>
                  <h3 className="mb-2.5 text-sm font-medium text-ink-2">{label}</h3>
                  <MilestoneListView reader={reader} base={base} milestones={mine} label={label} />
                </div>
              );
            })}
          </div>
        )}
        {archived.length > 0 && (
          <details className="mt-5">
            <summary className="inline-flex min-h-9 items-center rounded-xs text-sm text-ink-3">
              {t('roadmapPage.archivedList', { count: archived.length })}
            </summary>
            <div className="mt-2">
              <MilestoneListView
                reader={reader}
                base={base}
                milestones={archived}
                label={t('roadmapPage.archivedList', { count: archived.length })}
              />
            </div>
          </details>
        )}
      </Section>
      {scores.stage.gates.length > 0 && (
        <Section title={t('roadmapPage.gates')} text={t('roadmapPage.gatesText')}>
          <div className="space-y-5">
            {scores.stage.gates.map((gate) => (
              <div key={gate.stage} id={`gate-${gate.stage}`}>
                <GateTable
                  place={{ path: `${base}/roadmap`, search, reader, name: `gate-${gate.stage}` }}
                  base={base}
                  gate={gate}
                />
              </div>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
