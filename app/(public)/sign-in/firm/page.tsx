import type { Metadata } from 'next';
import { localPath } from '@/app/access/local-path';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import type { PageProps } from '@/app/shell/page-props';
import { buttonLook } from '@/components/form/button-look';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { providerOfDomain } from '@/domain/identity/sign-in-rule';
import { getTranslations } from '@/i18n/request';
import { findFirm } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('firmSignIn'))('title') };
}

/** Sign-in through a firm's own provider: asks for the address, then leads on. */
export default async function FirmSignInPage({ searchParams }: PageProps) {
  const t = await getTranslations('firmSignIn');
  const search = await searchParams;
  const next = localPath(search.next);
  const firm = typeof search.domain === 'string' ? await providerOfDomain(search.domain) : null;
  const other = <EntryLink href={`/sign-in?next=${encodeURIComponent(next)}`} label={t('other')} />;
  if (firm) {
    const { domain, name, enforced } = firm;
    return (
      <Entry title={t('title')} lead={t(enforced ? 'must' : 'may', { domain, name })}>
        {/* It only sends on to the provider: no page for the router to fetch. */}
        <a
          rel="external"
          href={`/sign-in/firm/start?${new URLSearchParams({ domain, next })}`}
          className={buttonLook('primary')}
        >
          {t('go', { name })}
        </a>
        {enforced && <p className="mt-6 text-sm text-ink-2">{t('owners', { name })}</p>}
        {other}
      </Entry>
    );
  }
  return (
    <Entry title={t('title')} lead={t('lead')}>
      <ActionForm action={findFirm} known={['email']}>
        <FormStack>
          <input type="hidden" name="next" value={next} />
          <FormText name="email" type="email" label={t('email')} autoComplete="username" required />
          <FormActions>
            <SubmitButton pending={t('finding')}>{t('find')}</SubmitButton>
          </FormActions>
        </FormStack>
      </ActionForm>
      {other}
    </Entry>
  );
}
