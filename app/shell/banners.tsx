import { readCookie } from '@/app/access/host-cookie';
import { ButtonLink } from '@/components/form/button-link';
import { SubmitButton } from '@/components/form/submit-button';
import { Banner } from '@/components/status/banner';
import type { SessionUser } from '@/domain/members/sessions';
import { runningAnnouncements } from '@/domain/platform/announcements';
import { type Access, can, isHeld } from '@/domain/tenants/access';
import { formatsFor } from '@/i18n/formats';
import { getLocale, getTranslations } from '@/i18n/request';
import { dismissAnnouncement } from './dismiss-announcement';
import { dismissedCookie, dismissedIn } from './dismissed';
import { endVisitHere } from './end-visit-here';

/** Over every page of a visit, and staying there: who looks in, why, until when, and the way out. */
export async function VisitBanner({ access, user }: { access: Access; user: SessionUser }) {
  const { acting, tenant } = access;
  if (!acting) return null;
  const t = await getTranslations('banner');
  const f = formatsFor(await getLocale(), user.zone ?? tenant.zone);
  return (
    <Banner
      tone="warn"
      label={t('visit')}
      actions={
        <form action={endVisitHere.bind(null, tenant.slug)}>
          <SubmitButton pending={t('ending')} size="sm" variant="secondary">
            {t('endVisit')}
          </SubmitButton>
        </form>
      }
    >
      <p>
        <strong className="font-semibold">
          {t(acting.readOnly ? 'visitReads' : 'visitChanges', { admin: acting.admin, tenant: tenant.name })}
        </strong>{' '}
        {t('visitWhy', { reason: acting.reason, ticket: acting.ticket, at: f.instant(acting.endsAt) })}
      </p>
    </Banner>
  );
}

/** What else everybody on the page must know: the firm is, or will be, suspended or erased; what the platform announces. */
export async function Notices({ access, user }: { access?: Access; user: SessionUser }) {
  const [t, locale] = [await getTranslations('banner'), await getLocale()];
  const dismissed = dismissedIn(await readCookie(dismissedCookie));
  const announcements = (await runningAnnouncements()).filter(({ id }) => !dismissed.includes(id));
  const standing = access?.tenant.standing;
  return (
    <>
      {access && standing?.status === 'suspended' && standing.bitesAt && (
        <Banner tone={isHeld(access.tenant) ? 'bad' : 'warn'} label={t('suspension')}>
          <p>
            <strong className="font-semibold">
              {isHeld(access.tenant)
                ? t('suspended', { tenant: access.tenant.name })
                : t('willBeSuspended', {
                    tenant: access.tenant.name,
                    at: formatsFor(locale, user.zone ?? access.tenant.zone).instant(standing.bitesAt),
                  })}
            </strong>{' '}
            {t('suspendedWhy', { reason: standing.reason ?? '' })}
          </p>
        </Banner>
      )}
      {access && standing?.status === 'leaving' && standing.bitesAt && (
        <Banner
          tone="bad"
          label={t('leaving')}
          actions={
            can(access, 'tenant.erase') && (
              <ButtonLink href={`/${access.tenant.slug}/settings/data`} size="sm" variant="secondary">
                {t('leavingStop')}
              </ButtonLink>
            )
          }
        >
          <p>
            <strong className="font-semibold">
              {t('leavingAt', {
                tenant: access.tenant.name,
                at: formatsFor(locale, user.zone ?? access.tenant.zone).instant(standing.bitesAt),
              })}
            </strong>{' '}
            {t('leavingReadOnly')}
          </p>
        </Banner>
      )}
      {announcements.map(({ id, tone, en, zh }) => (
        <Banner
          key={id}
          tone={tone}
          label={t('announcement')}
          actions={
            <form action={dismissAnnouncement.bind(null, id)}>
              <SubmitButton pending={t('dismiss')} size="sm" variant="quiet">
                {t('dismiss')}
              </SubmitButton>
            </form>
          }
        >
          <p className="whitespace-pre-line">{locale === 'en' ? en : zh}</p>
        </Banner>
      ))}
    </>
  );
}
