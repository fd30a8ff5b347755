import { FormChecks } from '@/app/forms/form-checks';
import type { Limits } from '@/domain/tenants/access';
import type { FirmChannel } from '@/domain/tenants/firm-channels';
import { getTranslations } from '@/i18n/request';
import { mechanisms } from '@/kpis/kpi';

/** To what an analyst or viewer is limited; nothing ticked: to nothing. */
export async function LimitsFields({ channels, limits }: { channels: FirmChannel[]; limits: Limits }) {
  const t = await getTranslations();
  // A channel that is gone may still stand in somebody's limits.
  const gone = (limits.channels ?? []).filter((id) => !channels.some((channel) => channel.id === id));
  const options = [...channels, ...gone.map((id) => ({ id, name: id }))];
  return (
    <>
      {options.length > 0 && (
        <FormChecks
          name="channels"
          legend={t('membersPage.limitChannels')}
          hint={t('membersPage.limitHint')}
          options={options.map(({ id, name }) => ({ value: id, label: name }))}
          checked={limits.channels ?? []}
        />
      )}
      <FormChecks
        name="mechanisms"
        legend={t('membersPage.limitMechanisms')}
        hint={t('membersPage.limitHint')}
        options={mechanisms.map((one) => ({ value: one, label: t(`mechanism.${one}`) }))}
        checked={limits.mechanisms ?? []}
      />
    </>
  );
}
