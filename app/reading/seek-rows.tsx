import type { TablePlace } from '@/app/shell/table-place';
import { TextInput } from '@/components/form/text-input';
import { Callout } from '@/components/status/callout';
import { addressWith } from '@/components/table/address';
import { FilterBar } from '@/components/table/filter-bar';
import { one } from './asked';

/** The search for a text in the rows behind a value; where they cannot be searched, a text of an old address says so. */
export function SeekRows({
  place: { path, search, reader, anchor },
  text,
  searchable,
}: {
  place: TablePlace;
  text: string | undefined;
  searchable: boolean;
}) {
  const { t } = reader;
  if (!searchable) {
    return (
      text && (
        <div className="mb-4">
          <Callout tone="info" title={t('kpiPage.seekNot')} />
        </div>
      )
    );
  }
  const kept = Object.keys(search).flatMap((name) => {
    const value = name === 'text' || name === 'cursor' ? undefined : one(search, name);
    return value ? [[name, value]] : [];
  });
  return (
    <FilterBar
      action={path}
      label={t('kpiPage.seek')}
      submitLabel={t('kpiPage.seekSubmit')}
      keep={Object.fromEntries(kept)}
      reset={
        text
          ? {
              href: `${addressWith(path, search, { text: null, cursor: null })}#${anchor}`,
              label: t('kpiPage.seekReset'),
            }
          : undefined
      }
    >
      <TextInput name="text" type="search" label={t('kpiPage.seek')} defaultValue={text} maxLength={100} />
    </FilterBar>
  );
}
