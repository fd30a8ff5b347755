import { ButtonLink } from '@/components/form/button-link';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { getTranslations } from '@/i18n/request';

/** The firms in which a person is a member. */
export async function FirmsSection({ userId }: { userId: string }) {
  const t = await getTranslations();
  const firms = await tenantsOfMember(userId);
  return (
    <Section
      title={t('account.firms')}
      actions={
        <ButtonLink href="/new-firm" variant="link">
          {t('signIn.another')}
        </ButtonLink>
      }
    >
      <Card pad="none">
        {firms.length === 0 && <p className="px-5 py-3.5 text-ink-2">{t('account.noFirm')}</p>}
        <ul className="divide-y divide-line">
          {firms.map((firm) => (
            <li key={firm.slug} className="flex flex-wrap items-baseline justify-between gap-x-4 px-5 py-3.5">
              <a href={`/${firm.slug}`} className="min-w-0 truncate rounded-xs font-medium text-brand hover:underline">
                {firm.name}
              </a>
              <span className="text-sm text-ink-3">{t(`role.${firm.role}`)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
