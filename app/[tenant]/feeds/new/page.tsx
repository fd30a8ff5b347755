import type { Metadata } from 'next';
import { requireAccess } from '@/app/access/require-access';
import { ActionForm } from '@/app/forms/action-form';
import { FormChoice } from '@/app/forms/form-choice';
import { FormText } from '@/app/forms/form-text';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { FormActions } from '@/components/form/form-actions';
import { SubmitButton } from '@/components/form/submit-button';
import { Breadcrumbs } from '@/components/shell/breadcrumbs';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/status/callout';
import { connectors } from '@/connectors/catalogue';
import { getTranslations } from '@/i18n/request';
import { connect } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('feedNew'))('title') };
}

export default async function NewFeedPage({ params }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const { t, say } = await readerOf(await requireAccess(slug));
  return (
    <>
      <PageHeader
        title={t('feedNew.title')}
        lead={t('feedNew.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('shell.breadcrumbs')}
            items={[{ label: t('shell.feeds'), href: `/${slug}/feeds` }, { label: t('feedNew.title') }]}
          />
        }
      />
      <Card pad="lg">
        <ActionForm action={connect.bind(null, slug)} known={['name']} className="max-w-2xl space-y-6">
          <FormChoice
            legend={t('feedNew.kind')}
            name="connector"
            defaultValue="file"
            options={connectors.map((connector) => ({
              value: connector.id,
              label: say(connector.title),
              text: say(connector.summary),
              icon: connector.kind === 'file' ? 'file' : 'external',
            }))}
          />
          <FormText name="name" label={t('feedNew.name')} hint={t('feedNew.nameHint')} maxLength={80} required />
          <Callout tone="info" title={t('feedNew.readsTitle')}>
            {t('feedNew.reads')}
          </Callout>
          <FormActions>
            <SubmitButton pending={t('feedNew.pending')}>{t('feedNew.submit')}</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
    </>
  );
}
