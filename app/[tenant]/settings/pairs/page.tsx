import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { PairsForm } from '@/app/pairs/pairs-form';
import { one } from '@/app/reading/asked';
import { RuleOutcome } from '@/app/rules/rule-outcome';
import { ToDefault } from '@/app/rules/to-default';
import { VersionTable } from '@/app/rules/version-table';
import { versionsAsked } from '@/app/rules/versions-asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { BarList } from '@/components/charts/bar-list';
import { ButtonLink } from '@/components/form/button-link';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { listPairWeightSets, readPairWeights } from '@/domain/pair-weights/read-pair-weights';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { dataSiloIndex } from '@/kpis/data-driven/data-silo-index';
import { weighAlike } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pairsPage'))('title') };
}

/** What the join pairs weigh in the data silo index: how it is, how to change it, and how it was. */
export default async function PairsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, set, versions, newest } = await read(slug, async (work, entry) => {
    return {
      entry,
      set: await readPairWeights(work),
      ...(await versionsAsked(search, (page) => listPairWeightSets(work, page))),
    };
  });
  const reader = await readerOf(entry);
  const { t, f, say, word } = reader;
  const saved = one(search, 'saved');
  const path = `/${slug}/settings/pairs`;
  return (
    <>
      <PageHeader
        title={t('pairsPage.title')}
        lead={t('pairsPage.lead', { kpi: say(dataSiloIndex.title) })}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[
              { label: t('weightsPage.title'), href: `/${slug}/settings/weights` },
              { label: t('pairsPage.title') },
            ]}
          />
        }
        actions={<ButtonLink href={`/${slug}/kpis/${dataSiloIndex.id}`}>{t('anchorsPage.toKpi')}</ButtonLink>}
      />
      <RuleOutcome reader={reader} search={search} tenant={entry.access.tenant.name} set={set} />
      <Section
        title={t('pairsPage.now')}
        text={set.own ? t('pairsPage.own', { day: f.day(set.startsOn!), by: set.setBy! }) : t('pairsPage.isDefault')}
      >
        <Card pad="lg">
          <BarList
            caption={t('pairsPage.now')}
            head={[t('pairsPage.pair'), t('weightsPage.weight')]}
            max={1}
            rows={set.shares.map(({ pair, share }) => ({
              key: pair,
              name: word('value', pair),
              value: share,
              text: f.percent(share),
            }))}
          />
        </Card>
      </Section>
      {can(entry.access, 'rule.manage') && (
        <Section
          title={t('pairsPage.ask')}
          text={t('pairsPage.askText')}
          actions={
            set.own && (
              <ToDefault
                reader={reader}
                action={weighAlike.bind(null, slug)}
                newest={newest}
                text={t('weightsPage.toEqual')}
              />
            )
          }
        >
          {/* After each version the fields begin with its weights; a refusal keeps what was typed. */}
          <PairsForm key={saved} reader={reader} slug={slug} set={set} newest={newest} />
        </Section>
      )}
      <Section title={t('rules.versions')} text={t('anchorsPage.versionsText')} id="versions">
        <VersionTable
          place={{ path, search, reader, anchor: 'versions' }}
          versions={versions.data}
          next={versions.next}
          current={set.version}
          empty={t('pairsPage.isDefault')}
          what={[
            {
              key: 'weights',
              head: t('pairsPage.weights'),
              wrap: true,
              cell: ({ own, shares }) => (
                <span className="num">
                  {own ? shares.map(({ weight }) => f.number(weight, 1)).join(' · ') : t('weightsPage.same')}
                </span>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}
