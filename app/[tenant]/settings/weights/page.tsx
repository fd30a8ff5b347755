import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { one } from '@/app/reading/asked';
import { RuleOutcome } from '@/app/rules/rule-outcome';
import { ToDefault } from '@/app/rules/to-default';
import { versionIn } from '@/app/rules/version-in';
import { VersionTable } from '@/app/rules/version-table';
import { versionsAsked } from '@/app/rules/versions-asked';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { WeightsForm } from '@/app/weights/weights-form';
import { WeightsLine } from '@/app/weights/weights-line';
import { WeightsShown } from '@/app/weights/weights-shown';
import { ButtonLink } from '@/components/form/button-link';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { can } from '@/domain/tenants/access';
import { listWeightSets, readWeightSet, readWeights } from '@/domain/weights/read-weights';
import { getTranslations } from '@/i18n/request';
import { dataSiloIndex } from '@/kpis/data-driven/data-silo-index';
import { weighAllAlike } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('weightsPage'))('title') };
}

/** What the parts of a score weigh: how it is, how to change it, and how it was. */
export default async function WeightsPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const asked = versionIn(one(search, 'version'));
  const { entry, weights, shown, versions, newest, data } = await read(slug, async (work, entry) => {
    return {
      entry,
      weights: await readWeights(work),
      shown: asked === undefined ? null : await readWeightSet(work, asked),
      ...(await versionsAsked(search, (page) => listWeightSets(work, page))),
      data: await dataDay(work),
    };
  });
  const reader = await readerOf(entry);
  const { t, f } = reader;
  const path = `/${slug}/settings/weights`;
  const mayManage = can(entry.access, 'rule.manage');
  const saved = one(search, 'saved');
  const changed = weights.levels.some(({ basis }) => basis !== 'equal');
  return (
    <>
      <PageHeader title={t('weightsPage.title')} lead={t('weightsPage.lead')} />
      <SettingsTabs access={entry.access} current="/weights" />
      <RuleOutcome reader={reader} search={search} tenant={entry.access.tenant.name} set={weights} />
      {weights.startsOn !== null && weights.startsOn > data.at && (
        <div className="mb-6">
          <Callout tone="info" title={t('weightsPage.later', { day: f.day(data.at) })} />
        </div>
      )}
      {shown ? (
        <Section
          title={t('rules.versionOf', { version: shown.version })}
          text={<WeightsLine reader={reader} weights={shown} replaced={shown.version !== weights.version} />}
          actions={<ButtonLink href={path}>{t('weightsPage.toNow')}</ButtonLink>}
        >
          {shown.reason && <p className="mb-4 max-w-[52em] wrap-anywhere">{shown.reason}</p>}
          <WeightsShown reader={reader} weights={shown} />
        </Section>
      ) : (
        <Section
          title={t(mayManage ? 'weightsPage.ask' : 'weightsPage.now')}
          text={
            <>
              <WeightsLine reader={reader} weights={weights} /> {mayManage && t('weightsPage.askText')}
            </>
          }
          actions={
            mayManage &&
            changed && (
              <ToDefault
                reader={reader}
                action={weighAllAlike.bind(null, slug)}
                newest={newest}
                text={t('weightsPage.toEqual')}
              />
            )
          }
        >
          {mayManage ? (
            // After each version the questions begin with its answers; a refusal keeps what was answered.
            <WeightsForm key={saved} reader={reader} slug={slug} weights={weights} newest={newest} />
          ) : (
            <WeightsShown reader={reader} weights={weights} />
          )}
        </Section>
      )}
      {findKpiSeen(entry.access, dataSiloIndex.code) && (
        <p className="mt-6 text-sm">
          <a href={`/${slug}/settings/pairs`} className="rounded-xs text-brand hover:underline">
            {t('pairsPage.see')}
          </a>
        </p>
      )}
      <Section title={t('rules.versions')} text={t('weightsPage.versionsText')} id="versions">
        <VersionTable
          place={{ path, search, reader, anchor: 'versions' }}
          versions={versions.data}
          next={versions.next}
          current={weights.version}
          empty={t('weightsPage.none')}
          opens
        />
      </Section>
    </>
  );
}
