import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { GateConditions } from '@/app/gates/gate-conditions';
import { GateForm } from '@/app/gates/gate-form';
import { gateLine } from '@/app/gates/gate-line';
import { one } from '@/app/reading/asked';
import { RuleOutcome } from '@/app/rules/rule-outcome';
import { ToDefault } from '@/app/rules/to-default';
import { VersionTable } from '@/app/rules/version-table';
import { versionsAsked } from '@/app/rules/versions-asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { ButtonLink } from '@/components/form/button-link';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { listGateSets, readGates } from '@/domain/gates/read-gates';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { stages } from '@/roadmap/stages';
import { takeDefault } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gatesPage'))('title') };
}

/** What one stage's gate asks of the firm: how it is, how to change it, and how it was. */
export default async function GatePage({ params, searchParams }: PageProps<'tenant' | 'stage'>) {
  const { tenant: slug, stage: asked } = await params;
  const search = await searchParams;
  const declared = stages.find(({ stage }) => String(stage) === asked);
  if (!declared) notFound();
  const { stage } = declared;
  const { entry, set, versions, newest } = await read(slug, async (work, entry) => {
    const gates = await readGates(work);
    return {
      entry,
      set: gates.find((gate) => gate.stage === stage)!,
      ...(await versionsAsked(search, (page) => listGateSets(work, { stage, ...page }))),
    };
  });
  const reader = await readerOf(entry);
  const { t, say } = reader;
  const saved = one(search, 'saved');
  const title = say(declared.gate.title);
  return (
    <>
      <PageHeader
        title={title}
        lead={say(declared.text)}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('gatesPage.title'), href: `/${slug}/settings/gates` }, { label: title }]}
          />
        }
        actions={<ButtonLink href={`/${slug}/roadmap#gate-${stage}`}>{t('gatesPage.toRoad')}</ButtonLink>}
      />
      <RuleOutcome reader={reader} search={search} tenant={entry.access.tenant.name} set={set} />
      <Section title={t('gatesPage.now')} text={gateLine(reader, set)}>
        <GateConditions reader={reader} set={set} caption={title} />
      </Section>
      {can(entry.access, 'rule.manage') && (
        <Section
          title={t('gatesPage.ask')}
          text={t('gatesPage.askText')}
          actions={
            set.own && (
              <ToDefault
                reader={reader}
                action={takeDefault.bind(null, slug, stage)}
                newest={newest}
                text={t('anchorsPage.toDefault')}
              />
            )
          }
        >
          {/* After each version the fields begin with its bounds; a refusal keeps what was typed. */}
          <GateForm key={saved} reader={reader} slug={slug} set={set} newest={newest} />
        </Section>
      )}
      <Section title={t('rules.versions')} text={t('anchorsPage.versionsText')} id="versions">
        <VersionTable
          place={{ path: `/${slug}/settings/gates/${stage}`, search, reader, anchor: 'versions' }}
          versions={versions.data}
          next={versions.next}
          current={set.version}
          empty={t('gatesPage.none')}
          what={[
            {
              key: 'conditions',
              head: t('gatesPage.conditions'),
              cell: ({ own }) => (own ? t('gatesPage.count', { count: own.length }) : t('anchorsPage.isDefault')),
            },
          ]}
        />
      </Section>
    </>
  );
}
