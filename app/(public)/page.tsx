import { redirect } from 'next/navigation';
import { currentUser } from '@/app/access/current-user';
import { homeOf } from '@/app/access/home';
import { AccountTools } from '@/app/shell/account-tools';
import { Entry } from '@/app/shell/entry';
import { EntryLink } from '@/app/shell/entry-link';
import { ButtonLink } from '@/components/form/button-link';
import { Icon } from '@/components/icon/icon';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { getTranslations } from '@/i18n/request';

/** The start: to the only firm, or a choice of them. */
export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in');
  if (!user.verified) redirect('/verify');
  const tenants = await tenantsOfMember(user.id);
  const home = homeOf(tenants);
  if (home !== '/') redirect(home);
  const t = await getTranslations();
  if (tenants.length === 0) {
    return (
      <Entry title={t('signIn.noTenantTitle')} lead={t('signIn.noTenant', { email: user.email })}>
        <div className="mb-6">
          <ButtonLink href="/new-firm" variant="primary">
            {t('signIn.found')}
          </ButtonLink>
        </div>
        <AccountTools />
      </Entry>
    );
  }
  return (
    <Entry title={t('signIn.chooseTitle')} lead={t('signIn.chooseLead', { count: tenants.length })}>
      <ul className="mb-6 divide-y divide-line overflow-hidden rounded-lg border border-line">
        {tenants.map((tenant) => (
          <li key={tenant.slug}>
            <a
              href={`/${tenant.slug}`}
              className="flex items-center gap-3 px-4 py-3.5 -outline-offset-2 hover:bg-sunken"
            >
              <span className="min-w-0 grow">
                <span className="block truncate font-medium">{tenant.name}</span>
                <span className="block text-sm text-ink-3">
                  {t(`role.${tenant.role}`)} · {tenant.currency} · {tenant.zone}
                </span>
              </span>
              <Icon name="chevron-right" className="size-5 text-ink-3" />
            </a>
          </li>
        ))}
      </ul>
      <div className="mb-6">
        <EntryLink href="/new-firm" label={t('signIn.another')} />
      </div>
      <AccountTools />
    </Entry>
  );
}
