import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { ExportTable } from '@/app/leaving/export-table';
import { liveExport } from '@/app/leaving/live-export';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { ConfirmButton } from '@/components/form/confirm-button';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { LiveProgress } from '@/components/status/live-progress';
import { listExports } from '@/domain/leaving/exports';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { env } from '@/lib/env';
import { leave, makeCopy, stay } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dataPage'))('title') };
}

/** Taking all data along, and leaving. Owners only. */
export default async function DataPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, exports } = await read(slug, async (work, entry) => {
    if (!can(entry.access, 'tenant.export')) notFound();
    return { entry, exports: await listExports(work) };
  });
  const reader = await readerOf(entry);
  const { t, f } = reader;
  const { tenant } = entry.access;
  const { status, bitesAt } = tenant.standing;
  const base = `/${slug}/settings/data`;
  const running = exports.find((one) => one.status === 'queued' || one.status === 'running');
  return (
    <>
      <PageHeader title={t('dataPage.title')} lead={t('dataPage.lead')} />
      <SettingsTabs access={entry.access} current="/data" />
      <Refused code={search.refused} tenant={tenant.name} />
      {search.stayed && (
        <div className="mb-6">
          <Callout tone="good" title={t('dataPage.stayed', { tenant: tenant.name })} live />
        </div>
      )}
      <Section
        title={t('dataPage.export')}
        text={t('dataPage.exportText')}
        actions={
          !running && (
            <form action={makeCopy.bind(null, slug)}>
              <SubmitButton icon="download" pending={t('dataPage.asking')}>
                {t('dataPage.make')}
              </SubmitButton>
            </form>
          )
        }
      >
        {running && (
          <div className="mb-4">
            <LiveProgress
              url={`${base}/exports/${running.id}/state`}
              initial={liveExport(reader, running)}
              locale={reader.locale}
              label={t('dataPage.progress')}
              counts={[]}
              stateLabels={{
                waiting: t('dataPage.state.queued'),
                running: t('dataPage.state.running'),
                done: t('dataPage.state.done'),
                failed: t('dataPage.state.failed'),
              }}
              lost={t('runPage.lost')}
            />
          </div>
        )}
        <ExportTable place={{ path: base, search, reader }} base={base} exports={exports} />
      </Section>
      <Section title={t('dataPage.leave')} text={t('dataPage.leaveText', { days: env().ERASURE_GRACE_DAYS })}>
        {status === 'leaving' && bitesAt ? (
          <Callout
            tone="bad"
            title={t('dataPage.leaving', { tenant: tenant.name, at: f.instant(bitesAt) })}
            actions={
              <ConfirmButton
                variant="secondary"
                action={stay.bind(null, slug)}
                title={t('dataPage.stayTitle', { tenant: tenant.name })}
                text={t('dataPage.stayText')}
                confirm={t('dataPage.stay')}
                cancel={t('form.cancel')}
                pending={t('dataPage.staying')}
              >
                {t('dataPage.stay')}
              </ConfirmButton>
            }
          >
            {t('dataPage.leavingText')}
          </Callout>
        ) : (
          <Card pad="lg">
            <ActionForm action={leave.bind(null, slug)} known={['slug', 'password']}>
              <FormStack>
                <FormText
                  name="slug"
                  label={t('dataPage.repeat', { slug })}
                  hint={t('dataPage.repeatHint')}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  required
                />
                <FormText
                  name="password"
                  type="password"
                  label={t('dataPage.password')}
                  hint={t('dataPage.passwordHint')}
                  autoComplete="current-password"
                />
                <FormActions>
                  <SubmitButton variant="danger" pending={t('dataPage.asking')}>
                    {t('dataPage.erase')}
                  </SubmitButton>
                </FormActions>
              </FormStack>
            </ActionForm>
          </Card>
        )}
      </Section>
    </>
  );
}
