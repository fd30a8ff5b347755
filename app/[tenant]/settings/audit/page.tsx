import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { askedEntries } from '@/app/audit/asked-entries';
import { EntryTable } from '@/app/audit/entry-table';
import { actorText } from '@/app/audit/who';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { arrangementIn, askedPage } from '@/app/shell/table-place';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Card } from '@/components/shell/card';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { Callout } from '@/components/status/callout';
import { addressWith } from '@/components/table/address';
import { ExportLinks } from '@/components/table/export-links';
import { FilterBar } from '@/components/table/filter-bar';
import { factNouns } from '@/domain/audit/facts';
import { listActors, listEntries } from '@/domain/audit/list-entries';
import { auditDays, longestAuditDays, shortestAuditDays } from '@/domain/audit/retention';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { keepFor } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auditPage'))('title') };
}

/** Who did what, when and from where. */
export default async function AuditPage({ params, searchParams }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const search = await searchParams;
  const asked = askedEntries(search);
  const { entry, page, actors, days } = await read(slug, async (work, entry) => {
    if (!can(entry.access, 'audit.read')) notFound();
    return {
      entry,
      page: await listEntries(work, { ...asked, ...askedPage({ search }) }),
      actors: await listActors(work),
      days: await auditDays(work),
    };
  });
  const reader = await readerOf(entry);
  const { t } = reader;
  const path = `/${slug}/settings/audit`;
  const filter = { ...asked };
  const filtered = Object.values(asked).some(Boolean);
  const noun = (name: string) => {
    const key = `auditPage.noun.${name}` as never;
    return t.has(key) ? t(key) : name;
  };
  const exportTo = (format: string) => addressWith(`${path}/export`, filter, { format });
  return (
    <>
      <PageHeader title={t('auditPage.title')} lead={t('auditPage.lead')} />
      <SettingsTabs access={entry.access} current="/audit" />
      <Section
        title={t('auditPage.entries')}
        actions={
          <ExportLinks
            label={t('auditPage.export')}
            items={[
              { href: exportTo('csv'), label: 'CSV' },
              { href: exportTo('ndjson'), label: 'NDJSON' },
            ]}
          />
        }
      >
        <FilterBar
          action={path}
          label={t('auditPage.filter')}
          submitLabel={t('auditPage.show')}
          keep={arrangementIn({ search })}
          reset={
            filtered ? { href: addressWith(path, arrangementIn({ search }), {}), label: t('auditPage.all') } : undefined
          }
        >
          <Select
            label={t('auditPage.who')}
            name="actor"
            defaultValue={asked.actor ?? ''}
            options={[
              { value: '', label: t('auditPage.anybody') },
              ...actors.map((one) => ({ value: one.actor, label: actorText(reader, one) })),
            ]}
          />
          <Select
            label={t('auditPage.about')}
            name="fact"
            defaultValue={asked.fact ?? ''}
            options={[
              { value: '', label: t('auditPage.anything') },
              ...factNouns.map((name) => ({ value: name, label: noun(name) })),
            ]}
          />
          <TextInput label={t('auditPage.from')} name="from" type="date" defaultValue={asked.from} />
          <TextInput label={t('auditPage.to')} name="to" type="date" defaultValue={asked.to} />
          <TextInput label={t('auditPage.text')} name="text" type="search" defaultValue={asked.text} maxLength={200} />
        </FilterBar>
        <EntryTable
          place={{ path, search, reader }}
          tenant={entry.access.tenant.name}
          entries={page.data}
          next={page.next}
          empty={t(filtered ? 'auditPage.noneFound' : 'auditPage.none')}
        />
      </Section>
      <Section title={t('auditPage.kept')} text={t('auditPage.keptText')}>
        <Card pad="lg">
          {search.saved && (
            <div className="mb-5">
              <Callout tone="good" title={t('form.saved')} live />
            </div>
          )}
          {can(entry.access, 'tenant.manage') ? (
            <ActionForm action={keepFor.bind(null, slug)} known={['days']}>
              <FormStack>
                <FormText
                  name="days"
                  label={t('auditPage.days')}
                  hint={t('auditPage.daysHint', { least: shortestAuditDays, most: longestAuditDays })}
                  inputMode="numeric"
                  defaultValue={String(days)}
                />
                <FormActions>
                  <SubmitButton pending={t('form.saving')}>{t('form.save')}</SubmitButton>
                </FormActions>
              </FormStack>
            </ActionForm>
          ) : (
            <p>{t('auditPage.keptDays', { days })}</p>
          )}
        </Card>
      </Section>
    </>
  );
}
