import type { Metadata } from 'next';
import { currentUser } from '@/app/access/current-user';
import { readCookie } from '@/app/access/host-cookie';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { Entry } from '@/app/shell/entry';
import type { PageProps } from '@/app/shell/page-props';
import { ButtonLink } from '@/components/form/button-link';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { Facts } from '@/components/numbers/facts';
import { Callout } from '@/components/status/callout';
import { Refusal } from '@/domain/errors';
import { type OpenInvitation, readInvitation } from '@/domain/invitations/read-invitation';
import { sentenceOf } from '@/domain/sentence';
import { formatsFor } from '@/i18n/formats';
import { isLocale, localeCookie } from '@/i18n/locale';
import { getLocale, getTranslations } from '@/i18n/request';
import { translatorIn } from '@/i18n/translator';
import { accept, asSomebodyElse, join } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitationPage'))('title'), referrer: 'no-referrer' };
}

async function find(token: string): Promise<OpenInvitation | Refusal> {
  try {
    return await readInvitation(token);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What an invitation is about, and a button to accept it: to look at it accepts nothing. In the invitation's language, unless this device has another. */
export default async function InvitationPage({ params }: PageProps<'token'>) {
  const { token } = await params;
  const found = await find(token);
  const user = await currentUser();
  const chosen = await readCookie(localeCookie);
  const locale = isLocale(chosen) ? chosen : found instanceof Refusal ? await getLocale() : found.locale;
  const t = translatorIn(locale);
  if (found instanceof Refusal)
    return (
      <Entry locale={locale} title={t('invitationPage.badTitle')} lead={sentenceOf(found, locale)}>
        <ButtonLink href="/" variant="primary">
          {t(user ? 'states.home' : 'signIn.title')}
        </ButtonLink>
      </Entry>
    );
  const { tenantName, email, role, invitedBy, expiresAt, signsIn } = found;
  const own = user?.email === email;
  return (
    <Entry
      locale={locale}
      title={t('invitationPage.heading', { firm: tenantName })}
      // A key or the operator is nobody whom one knows.
      lead={
        invitedBy.includes('@')
          ? t('invitationPage.lead', { inviter: invitedBy, firm: tenantName })
          : t('invitationPage.leadPlain', { firm: tenantName })
      }
    >
      <div className="mb-6">
        <Facts
          items={[
            { term: t('invitationPage.firm'), text: <bdi className="wrap-anywhere">{tenantName}</bdi> },
            { term: t('invitationPage.for'), text: <span className="wrap-anywhere">{email}</span> },
            { term: t('membersPage.role'), text: `${t(`role.${role}`)} – ${t(`roleText.${role}`)}` },
            { term: t('membersPage.until'), text: formatsFor(locale, 'UTC').instant(expiresAt).concat(' UTC') },
          ]}
        />
      </div>
      {user && !own ? (
        <>
          <Callout tone="warn" title={t('errors.invitation_for_another', { email, own: user.email })} />
          <form action={asSomebodyElse.bind(null, token)} className="mt-5">
            <SubmitButton pending={t('shell.signOut')}>{t('invitationPage.signOut')}</SubmitButton>
          </form>
        </>
      ) : own ? (
        <ActionForm action={accept.bind(null, token)} known={[]}>
          <SubmitButton pending={t('invitationPage.accepting')}>{t('invitationPage.accept')}</SubmitButton>
        </ActionForm>
      ) : signsIn ? (
        <>
          <p className="mb-4 text-ink-2">{t('invitationPage.signsIn')}</p>
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`} variant="primary">
            {t('invitationPage.signIn')}
          </ButtonLink>
        </>
      ) : (
        <ActionForm action={join.bind(null, token)} known={['name', 'password']}>
          <FormStack>
            <p className="text-ink-2">{t('invitationPage.newAccount')}</p>
            <input type="hidden" name="username" value={email} autoComplete="username" />
            <FormText name="name" label={t('invitationPage.name')} autoComplete="name" required />
            <FormText
              name="password"
              type="password"
              label={t('invitationPage.password')}
              hint={t('invitationPage.passwordHint')}
              autoComplete="new-password"
              required
            />
            <FormActions>
              <SubmitButton pending={t('invitationPage.accepting')}>{t('invitationPage.join')}</SubmitButton>
            </FormActions>
          </FormStack>
        </ActionForm>
      )}
    </Entry>
  );
}
