import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { MilestoneListView } from '@/app/milestones/milestone-list-view';
import { KpiTiles } from '@/app/reading/kpi-tiles';
import { scoreChange } from '@/app/reading/score-change';
import { gateMarks } from '@/app/roadmap/gate-marks';
import { ChangeLine } from '@/app/rules/change-line';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { WeightsLine } from '@/app/weights/weights-line';
import { BarList } from '@/components/charts/bar-list';
import { Delta } from '@/components/numbers/delta';
import { Facts } from '@/components/numbers/facts';
import { Figure } from '@/components/numbers/figure';
import { ScoreBar } from '@/components/numbers/score-bar';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { mechanismsSeen } from '@/domain/limits/limited';
import { readToday } from '@/domain/measurements/read-today';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { weightAt } from '@/domain/weights/weight-set';
import { getTranslations } from '@/i18n/request';
import { findKpi } from '@/kpis/catalogue';
import { type Mechanism, mechanisms } from '@/kpis/kpi';
import { indexLevel } from '@/kpis/levels';

type Props = PageProps<'tenant' | 'mechanism'>;

const known = (name: string): name is Mechanism => (mechanisms as readonly string[]).includes(name);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { mechanism } = await params;
  return known(mechanism) ? { title: (await getTranslations('mechanism'))(mechanism) } : {};
}

/** One mechanism: its score and what it hides, its groups, its KPIs, its milestones. */
export default async function MechanismPage({ params }: Props) {
  const { tenant: slug, mechanism } = await params;
  if (!known(mechanism)) notFound();
  const { view, milestones, entry, now } = await read(slug, async (work, entry) => {
    const view = await readToday(work);
    return { view, milestones: await listMilestones(work, { at: view.day.at }), entry, now: work.now };
  });
  if (!mechanismsSeen(entry.access).includes(mechanism)) notFound();
  const reader = await readerOf(entry);
  const { t, f, say, word } = reader;
  const base = `/${slug}`;
  const hue = mechanismHue[mechanism];
  const score = view.scores.mechanisms.find((one) => one.mechanism === mechanism)!;
  const none = t(score.reason === 'limited' ? 'limits.score' : 'mechanismPage.insufficient');
  const change = scoreChange(reader, score.change);
  const { weights } = view.scores;
  const inIndex = weightAt(weights, indexLevel, mechanism);
  const readings = view.readings
    .filter((reading) => reading.mechanism === mechanism)
    .sort((a, b) => (a.score ?? 101) - (b.score ?? 101));
  const mine = milestones.filter((milestone) => milestone.mechanism === mechanism);
  return (
    <>
      <PageHeader
        title={t(`mechanism.${mechanism}`)}
        lead={t(`mechanismPage.lead.${mechanism}`)}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.kpis'), href: `${base}/kpis` }, { label: t(`mechanism.${mechanism}`) }]}
          />
        }
        meta={view.day.at === view.day.today ? undefined : t('today.asOf', { day: f.day(view.day.at) })}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card pad="lg" hue={hue}>
          <p className="text-sm text-ink-3">{t('mechanismPage.score')}</p>
          <div className="mt-1 mb-4 flex flex-wrap items-baseline gap-x-4">
            <Figure
              value={score.score === null ? null : f.number(score.score)}
              unit={t('mechanismPage.outOf')}
              reason={none}
              size="xl"
            />
            {score.score !== null && change && <Delta change={change} />}
            {score.begins && (
              <span className="text-xs text-ink-3">{t('change.noneSince', { day: f.dayShort(score.begins) })}</span>
            )}
          </div>
          <ScoreBar
            label={t('mechanismPage.score')}
            value={score.score}
            text={score.score === null ? null : f.number(score.score)}
            reason={none}
            hue={hue}
            marks={gateMarks(reader, view.scores.gates, mechanism)}
          />
          <ChangeLine reader={reader} weights={weights} changed={score} />
          <div className="mt-5">
            <Facts
              items={[
                ...(score.lowest
                  ? [
                      {
                        term: t('mechanismPage.lowest'),
                        text: `${say(findKpi(score.lowest.kpi)!.title)} · ${f.number(score.lowest.score)}`,
                      },
                    ]
                  : []),
                {
                  term: t('mechanismPage.spread'),
                  text: score.spread === null ? '–' : f.number(score.spread),
                },
                {
                  term: t('mechanismPage.coverage'),
                  text: t('mechanismPage.coverageText', { percent: f.percent(score.coverage / 100, 0) }),
                },
                { term: t('mechanismPage.emptyKpis'), text: f.number(score.empty) },
                ...(inIndex === null ? [] : [{ term: t('weights.ofIndex'), text: f.percent(inIndex) }]),
              ]}
            />
          </div>
        </Card>
        <Card pad="lg">
          <BarList
            caption={t('mechanismPage.groups')}
            head={[t('mechanismPage.groups'), t('mechanismPage.score')]}
            hue={hue}
            max={100}
            rows={score.groups.map((group) => ({
              key: group.group,
              name: word('group', group.group),
              value: group.score ?? 0,
              text: group.score === null ? '–' : f.number(group.score),
              note: t('weights.of', { share: f.percent(weightAt(weights, mechanism, group.group)!) }),
            }))}
          />
          <div className="mt-4 space-y-2 border-t border-line pt-3 text-sm text-ink-2">
            {weights.levels
              .filter((level) => level.mechanism === mechanism && level.group && Object.keys(level.weights).length > 1)
              .map((level) => (
                <p key={level.level}>
                  {t('weights.inGroup', {
                    group: word('group', level.group!),
                    kpis: f.list(
                      Object.entries(level.weights).map(
                        ([code, weight]) => `${say(findKpi(code)!.title)} ${f.percent(weight)}`,
                      ),
                    ),
                  })}
                </p>
              ))}
            <p>
              <WeightsLine reader={reader} weights={weights} href={`${base}/settings/weights`} />
            </p>
          </div>
        </Card>
      </div>
      <Section title={t('mechanismPage.kpis')} text={t('mechanismPage.worst')}>
        <KpiTiles reader={reader} base={base} readings={readings} sparklines={view.sparklines} now={now} scored />
      </Section>
      {mine.length > 0 && (
        <Section title={t('mechanismPage.milestones')}>
          <MilestoneListView reader={reader} base={base} milestones={mine} label={t('mechanismPage.milestones')} />
        </Section>
      )}
    </>
  );
}
