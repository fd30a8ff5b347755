import { enforce, forget, mail, prove } from '@/app/[tenant]/settings/sign-in/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import type { Reader } from '@/app/shell/reader';
import { ConfirmButton } from '@/components/form/confirm-button';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { StatusBadge } from '@/components/status/status-badge';
import type { MailDomain } from '@/domain/identity/domains';
import { knownMailboxes } from '@/domain/identity/prove-domain';
import { CopiedText } from './copied-text';

/** One mail domain: how it is proven, and whether its addresses are bound to the provider. */
export function DomainCard({
  reader: { t },
  slug,
  domain,
  provider,
  mayManage,
}: {
  reader: Reader;
  slug: string;
  domain: MailDomain;
  /** The name of the firm's provider. */
  provider: string | null;
  mayManage: boolean;
}) {
  const { domain: name, provenAt, provenBy, enforced } = domain;
  const state = enforced ? 'bound' : provenAt ? 'proven' : 'unproven';
  const confirmation = { cancel: t('form.cancel'), pending: t('form.saving'), size: 'sm' } as const;
  return (
    <Card as="li" pad="lg">
      <div id={name} className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-lg font-semibold wrap-anywhere">{name}</h3>
        <StatusBadge
          tone={enforced ? 'good' : provenAt ? 'info' : 'warn'}
          label={t(`identityPage.${state}`, { by: provenBy ? t(`identityPage.by.${provenBy}`) : '' })}
        />
      </div>
      {!provenAt && mayManage && (
        <div className="mt-4 grid gap-6 lg:grid-cols-2">
          <ActionForm action={prove.bind(null, slug, name)} known={[]}>
            <p className="mb-3 text-ink-2">{t('identityPage.byDnsText', { domain: name })}</p>
            <div className="mb-4">
              <CopiedText
                term={t('identityPage.record')}
                text={domain.record}
                labels={{ copy: t('twoFactor.copy'), copied: t('twoFactor.copied') }}
              />
            </div>
            <SubmitButton variant="secondary" pending={t('identityPage.looking')}>
              {t('identityPage.look')}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={mail.bind(null, slug, name)} known={['mailbox']}>
            <p className="mb-3 text-ink-2">{t('identityPage.byMailText')}</p>
            <div className="mb-4">
              <FormSelect
                name="mailbox"
                label={t('identityPage.mailbox')}
                options={knownMailboxes.map((one) => ({ value: one, label: `${one}@${name}` }))}
              />
            </div>
            <SubmitButton variant="secondary" pending={t('identityPage.mailing')}>
              {t('identityPage.mail')}
            </SubmitButton>
          </ActionForm>
        </div>
      )}
      {provenAt && (
        <p className="mt-2 text-ink-2">
          {t(enforced ? 'identityPage.boundText' : 'identityPage.freeText', { domain: name })}
        </p>
      )}
      {mayManage && (
        <div className="mt-5 flex flex-wrap gap-2.5">
          {provenAt && (
            <ConfirmButton
              {...confirmation}
              variant={enforced ? 'secondary' : 'primary'}
              title={t(enforced ? 'identityPage.freeTitle' : 'identityPage.bindTitle', { domain: name })}
              text={t(enforced ? 'identityPage.freeConfirm' : 'identityPage.bindConfirm', {
                domain: name,
                provider: provider ?? t('identityPage.provider'),
              })}
              confirm={t(enforced ? 'identityPage.free' : 'identityPage.bind')}
              action={enforce.bind(null, slug, name, !enforced)}
            >
              {t(enforced ? 'identityPage.free' : 'identityPage.bind')}
            </ConfirmButton>
          )}
          <ConfirmButton
            {...confirmation}
            variant="quiet"
            title={t('identityPage.forgetTitle', { domain: name })}
            text={t('identityPage.forgetText')}
            confirm={t('identityPage.forget')}
            action={forget.bind(null, slug, name)}
          >
            {t('identityPage.forget')}
          </ConfirmButton>
        </div>
      )}
    </Card>
  );
}
