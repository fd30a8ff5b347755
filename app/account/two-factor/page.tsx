import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { ActionForm } from '@/app/forms/action-form';
import { Entry } from '@/app/shell/entry';
import { SubmitButton } from '@/components/form/submit-button';
import { Callout } from '@/components/status/callout';
import { readSetup } from '@/domain/members/authenticator';
import { recoveryCodesLeft } from '@/domain/members/recovery-codes';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { formatsFor } from '@/i18n/formats';
import { getLocale, getTranslations } from '@/i18n/request';
import { begin, remove, renewCodes } from './actions';
import { carriedCodes } from './codes-cookie';
import { NewCodes } from './new-codes';
import { ProofForm } from './proof-form';
import { SetUp } from './set-up';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('twoFactor'))('title') };
}

/** Sets up an authenticator app, shows its recovery codes once, renews them, and switches it off. */
export default async function TwoFactorPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in?next=/account/two-factor');
  const t = await getTranslations('twoFactor');
  const codes = user.authenticator ? await carriedCodes(user.id) : null;
  if (codes) {
    return (
      <Entry title={t('codes')}>
        <NewCodes codes={codes} email={user.email} />
      </Entry>
    );
  }
  const back = (
    <p className="mt-8">
      <a href="/account" className="text-brand underline underline-offset-2">
        {t('back')}
      </a>
    </p>
  );
  if (user.authenticator) {
    return (
      <Entry title={t('title')} lead={t('onLead', { count: await recoveryCodesLeft(user.id) })}>
        <section aria-labelledby="renew">
          <h2 id="renew" className="mb-3 text-lg font-semibold">
            {t('renewTitle')}
          </h2>
          <ProofForm action={renewCodes}>
            <SubmitButton variant="secondary" pending={t('renewing')}>
              {t('renew')}
            </SubmitButton>
          </ProofForm>
        </section>
        <section aria-labelledby="remove" className="mt-10">
          <h2 id="remove" className="text-lg font-semibold">
            {t('removeTitle')}
          </h2>
          <p className="mt-1 mb-3 text-ink-2">{t('removeText')}</p>
          <ProofForm action={remove}>
            <SubmitButton variant="danger" pending={t('removing')}>
              {t('remove')}
            </SubmitButton>
          </ProofForm>
        </section>
        {back}
      </Entry>
    );
  }
  const setup = await readSetup(user);
  const asking = (await tenantsOfMember(user.id)).filter((firm) => firm.second_factor_required);
  return (
    <Entry title={t('title')} lead={setup ? undefined : t('offLead')}>
      {asking.length > 0 && (
        <div className="mb-5">
          <Callout
            tone="warn"
            title={t('asked', { firms: formatsFor(await getLocale(), 'UTC').list(asking.map((firm) => firm.name)) })}
          />
        </div>
      )}
      {setup ? (
        <SetUp setup={setup} />
      ) : (
        <ActionForm action={begin} known={[]}>
          <SubmitButton pending={t('settingUp')}>{t('setUp')}</SubmitButton>
        </ActionForm>
      )}
      {back}
    </Entry>
  );
}
