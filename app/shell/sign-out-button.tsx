import { Button } from '@/components/form/button';
import { getTranslations } from '@/i18n/request';

/** Ends the session here and in the database. No action, but a form of the browser's own: nothing of the page outlives it. */
export async function SignOutButton() {
  const t = await getTranslations('shell');
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" variant="quiet" size="sm">
        {t('signOut')}
      </Button>
    </form>
  );
}
