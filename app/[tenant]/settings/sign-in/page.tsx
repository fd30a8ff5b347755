import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { redirectUri } from '@/app/access/firm-provider';
import { read } from '@/app/access/read';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { CopiedText } from '@/app/identity/copied-text';
import { DomainCard } from '@/app/identity/domain-card';
import { IssuerExamples } from '@/app/identity/issuer-examples';
import { ProviderForm } from '@/app/identity/provider-form';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { ConfirmButton } from '@/components/form/confirm-button';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/numbers/facts';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { StatusBadge } from '@/components/status/status-badge';
import { readAuthenticators } from '@/domain/identity/authenticators';
import { listDomains } from '@/domain/identity/domains';
import { readProvider } from '@/domain/identity/provider';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { add, askForCodes, check, remove } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identityPage'))('title') };
}

const done = ['removed', 'enforced', 'freed', 'forgotten', 'asked', 'unasked'] as const;

/** The firm's own sign-in: its provider, its mail domains, and who must come that way. */
export default async function SignInSettingsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const { entry, provider, domains, codes } = await read(slug, async (work, entry) => {
    if (!can(entry.access, 'identity.read')) notFound();
    const [provider, domains] = [await readProvider(work), await listDomains(work)];
    return { entry, provider, domains, codes: await readAuthenticators(work) };
  });
  const reader = await readerOf(entry);
  const { t } = reader;
  const mayManage = can(entry.access, 'identity.manage');
  const happened = done.find((one) => one === search.done);
  const labels = { copy: t('twoFactor.copy'), copied: t('twoFactor.copied') };
  return (
    <>
      <PageHeader title={t('identityPage.title')} lead={t('identityPage.lead')} />
      <SettingsTabs access={entry.access} current="/sign-in" />
      <Refused code={search.refused} tenant={entry.access.tenant.name} />
      {happened && (
        <div className="mb-6">
          <Callout tone="good" title={t(`identityPage.done.${happened}`)} live />
        </div>
      )}
      <Section title={t('identityPage.provider')} text={t('identityPage.providerText')}>
        <Card pad="lg">
          <div className="mb-6">
            <CopiedText
              term={t('identityPage.redirectUri')}
              text={redirectUri(entry.access.tenant.id)}
              labels={labels}
            />
          </div>
          {mayManage ? (
            <ProviderForm slug={slug} provider={provider} />
          ) : (
            provider && (
              <Facts
                items={[
                  { term: t('identityPage.name'), text: provider.name },
                  { term: t('identityPage.issuer'), text: <span className="wrap-anywhere">{provider.issuer}</span> },
                  {
                    term: t('identityPage.clientId'),
                    text: <span className="wrap-anywhere">{provider.clientId}</span>,
                  },
                ]}
              />
            )
          )}
          {provider && mayManage && (
            <div className="mt-6 flex flex-wrap items-start gap-2.5 border-t border-line pt-5">
              <ActionForm action={check.bind(null, slug)} known={[]}>
                <SubmitButton variant="secondary" pending={t('identityPage.checking')}>
                  {t('identityPage.check')}
                </SubmitButton>
              </ActionForm>
              <ConfirmButton
                variant="quiet"
                title={t('identityPage.removeTitle')}
                text={t('identityPage.removeText')}
                confirm={t('identityPage.remove')}
                cancel={t('form.cancel')}
                pending={t('form.saving')}
                action={remove.bind(null, slug)}
              >
                {t('identityPage.remove')}
              </ConfirmButton>
            </div>
          )}
        </Card>
        <div className="mt-5">
          <IssuerExamples />
        </div>
      </Section>
      <Section title={t('identityPage.domains')} text={t('identityPage.domainsText')}>
        {domains.some((one) => one.enforced) && (
          <div className="mb-5">
            <Callout
              tone={codes.ownersReady > 0 ? 'info' : 'warn'}
              title={t('identityPage.breakGlass', { ready: codes.ownersReady, owners: codes.owners })}
            >
              <p>{t('identityPage.breakGlassText')}</p>
            </Callout>
          </div>
        )}
        <ul className="mb-5 grid gap-4">
          {domains.map((domain) => (
            <DomainCard
              key={domain.domain}
              reader={reader}
              slug={slug}
              domain={domain}
              provider={provider?.name ?? null}
              mayManage={mayManage}
            />
          ))}
        </ul>
        {mayManage && (
          <Card pad="lg">
            <ActionForm action={add.bind(null, slug)} known={['domain']} className="max-w-2xl">
              <FormStack>
                <FormText
                  name="domain"
                  label={t('identityPage.newDomain')}
                  hint={t('identityPage.newDomainHint')}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  required
                />
                <FormActions>
                  <SubmitButton variant="secondary" pending={t('form.saving')}>
                    {t('identityPage.addDomain')}
                  </SubmitButton>
                </FormActions>
              </FormStack>
            </ActionForm>
          </Card>
        )}
      </Section>
      <Section title={t('identityPage.codes')} text={t('identityPage.codesText')}>
        <Card pad="lg">
          <p className="mb-4">
            <StatusBadge
              tone={codes.required ? 'good' : 'neutral'}
              label={t(codes.required ? 'identityPage.codesAsked' : 'identityPage.codesFree')}
            />
            <span className="ml-3 text-ink-2">
              {t('identityPage.codesReady', { ready: codes.ready, members: codes.members })}
            </span>
          </p>
          {mayManage && (
            <ConfirmButton
              variant="secondary"
              title={t(codes.required ? 'identityPage.codesFreeTitle' : 'identityPage.codesAskTitle')}
              text={t(codes.required ? 'identityPage.codesFreeConfirm' : 'identityPage.codesAskConfirm')}
              confirm={t(codes.required ? 'identityPage.codesUnask' : 'identityPage.codesAsk')}
              cancel={t('form.cancel')}
              pending={t('form.saving')}
              action={askForCodes.bind(null, slug, !codes.required)}
            >
              {t(codes.required ? 'identityPage.codesUnask' : 'identityPage.codesAsk')}
            </ConfirmButton>
          )}
        </Card>
      </Section>
    </>
  );
}
