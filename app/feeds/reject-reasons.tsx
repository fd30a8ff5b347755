import type { TablePlace } from '@/app/shell/table-place';
import { Tabs } from '@/components/form/tabs';
import { addressWith } from '@/components/table/address';
import { findTarget } from '@/domain/ingest/targets';

/** In which fields the faults of rows kept aside lie, how often, and the choice of one. */
export function RejectReasons({
  place: { path, search, reader },
  target,
  reasons,
  chosen,
}: {
  place: TablePlace;
  target: string;
  /** By field; '' is the whole row. */
  reasons: { field: string; count: number }[];
  chosen: string | undefined;
}) {
  const { t, f, say } = reader;
  const to = (field: string | null) => `${addressWith(path, search, { field, cursor: null })}#rejects`;
  const all = reasons.reduce((sum, reason) => sum + reason.count, 0);
  return (
    <div className="mb-4">
      <Tabs
        variant="segments"
        label={t('runPage.reason')}
        items={[
          { href: to(null), label: t('runPage.allReasons'), current: chosen === undefined, count: f.number(all) },
          ...reasons.map(({ field, count }) => {
            const title = findTarget(target)?.fields[field]?.title;
            return {
              href: to(field || 'row'),
              label: field === '' ? t('runPage.wholeRow') : title ? say(title) : field,
              current: chosen === (field || 'row'),
              count: f.number(count),
            };
          }),
        ]}
      />
    </div>
  );
}
