import type { Access } from '@/domain/tenants/access';
import { formatsFor } from '@/i18n/formats';
import { getLocale, getTranslations } from '@/i18n/request';

/** What a reader with limits sees, said on each page; nothing for who sees it all. */
export async function LimitsLine({ access }: { access: Access }) {
  const { channels, mechanisms } = access.limits;
  if (!channels && !mechanisms) return null;
  const t = await getTranslations();
  const f = formatsFor(await getLocale(), access.tenant.zone);
  const parts = [
    ...(channels ? [t('limits.channels', { channels: f.list([...channels]) })] : []),
    ...(mechanisms
      ? [t('limits.mechanisms', { mechanisms: f.list(mechanisms.map((one) => t(`mechanism.${one}`))) })]
      : []),
  ];
  return (
    <section aria-label={t('limits.label')} className="mb-4 text-sm wrap-anywhere text-ink-3">
      {parts.map((part) => (
        <p key={part}>{part}</p>
      ))}
    </section>
  );
}
