import { ButtonLink } from '@/components/form/button-link';
import { getTranslations } from '@/i18n/request';
import { SignOutButton } from './sign-out-button';

/** One's own account and the way out, on pages outside a firm. */
export async function AccountTools() {
  const t = await getTranslations('signIn');
  return (
    <div className="flex flex-wrap gap-2.5">
      <ButtonLink href="/account" variant="quiet" size="sm">
        {t('account')}
      </ButtonLink>
      <SignOutButton />
    </div>
  );
}
