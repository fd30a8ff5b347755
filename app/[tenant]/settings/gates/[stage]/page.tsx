import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { GateConditions } from '@/app/gates/gate-conditions';
import { GateForm } from '@/app/gates/gate-form';
import { gateLine } from '@/app/gates/gate-line';
import { one } from '@/app/reading/asked';
import { versionIn } from '@/app/rules/version-in';
import { VersionTable } from '@/app/rules/version-table';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { ButtonLink } from '@/components/form/button-link';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
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
  const before = versionIn(one(search, 'cursor'));
  const { entry, set, versions, newest } = await read(slug, async (work, entry) => {
    const versions = await listGateSets(work, { stage, before, limit: 20 });
    const { data: first } = before ? await listGateSets(work, { stage, limit: 1 }) : versions;
    const gates = await readGates(work);
    return { entry, set: gates.find((gate) => gate.stage === stage)!, versions, newest: first[0]?.version ?? 0 };
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
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {saved !== undefined && saved === String(set.version) && (
        <div className="mb-6">
          <Callout tone="good" title={t('gatesPage.saved', { version: set.version })} live />
        </div>
      )}
      <Section title={t('gatesPage.now')} text={gateLine(reader, set)}>
        <GateConditions reader={reader} set={set} caption={title} />
      </Section>
      {can(entry.access, 'rule.manage') && (
        <Section
          title={t('gatesPage.ask')}
          text={t('gatesPage.askText')}
          actions={
            set.own && (
              <form action={takeDefault.bind(null, slug, stage)}>
                <input type="hidden" name="after" value={newest} />
                <SubmitButton variant="secondary" size="sm" pending={t('form.saving')}>
                  {t('anchorsPage.toDefault')}
                </SubmitButton>
              </form>
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
