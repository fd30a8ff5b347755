import { read } from '@/app/access/read';
import { ButtonLink } from '@/components/form/button-link';
import { Tabs } from '@/components/form/tabs';
import { Callout } from '@/components/status/callout';
import { addressWith } from '@/components/table/address';
import { DataTable } from '@/components/table/data-table';
import { ExportLinks } from '@/components/table/export-links';
import { Pagination } from '@/components/table/pagination';
import { readEvidence } from '@/domain/measurements/read-evidence';
import type { Reading } from '@/domain/measurements/reading';
import { amountOf } from './amount';
import { cellText } from './cell-text';
import { keyName } from './key-name';
import type { KpiPage } from './kpi-page';

/** The rows in, the rows out and why, with totals that are held against the value. */
export async function Evidence({
  kpi,
  asked,
  search,
  path,
  reader,
  currency,
  slug,
  reading,
}: KpiPage & { slug: string; reading: Reading }) {
  const { t, f, say, word } = reader;
  const { at, window, part, dim, key, cursor } = asked;
  const found = await read(slug, (work) =>
    readEvidence(work, { kpi: kpi.id, at: at ?? reading.at, window, part, dim, key, cursor, limit: 50 }),
  );
  const amount = amountOf(kpi, reader, currency);
  const { totals } = found;
  const parts = kpi.measure.kind === 'ratio' || kpi.measure.kind === 'coverage';
  const left = Object.values(totals.excluded).reduce((sum, count) => sum + count, 0);
  // How many rows there are, where the totals say so: they are those of the whole, not of one group.
  const counts = { denominator: totals.rows, numerator: parts ? totals.numerator : null, excluded: left };
  const count = dim ? null : counts[part];
  const to = (changes: Record<string, string | null>) =>
    `${addressWith(path, search, { cursor: null, ...changes })}#rows`;
  const columns = found.columns.map((column, index) => ({
    key: column.name,
    head: say(column.title),
    align: column.kind === 'minor' || column.kind === 'number' ? ('end' as const) : undefined,
    rowHead: index === 0,
    cell: (row: Record<string, unknown>) => cellText(reader, column, row[column.name], currency),
  }));
  const why = {
    key: 'excluded',
    head: t('kpiPage.why'),
    cell: (row: Record<string, unknown>) => word('excluded', String(row.excluded ?? '')),
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Tabs
          variant="segments"
          label={t('kpiPage.evidence')}
          items={[
            { href: to({ part: null }), label: t('kpiPage.partDenominator'), current: part === 'denominator' },
            ...(parts
              ? [{ href: to({ part: 'numerator' }), label: t('kpiPage.partNumerator'), current: part === 'numerator' }]
              : []),
            {
              href: to({ part: 'excluded' }),
              label: t('kpiPage.partExcluded'),
              current: part === 'excluded',
              count: f.number(left),
            },
          ]}
        />
        {dim && key && (
          <ButtonLink href={to({ dim: null, key: null })} size="sm" icon="close">
            {t('kpiPage.onlyRows', { dim: word('dim', dim), name: keyName(reader, dim, key) })}
          </ButtonLink>
        )}
      </div>
      {!dim && totals.rows > 0 && (
        <div className="mb-4">
          <Callout
            tone={found.reconciles ? 'good' : 'warn'}
            title={
              found.reconciles
                ? t('kpiPage.reconciles', {
                    num: amount(totals.numerator, true),
                    den: amount(totals.denominator, true),
                  })
                : t('kpiPage.reconcilesNot')
            }
          />
        </div>
      )}
      <DataTable
        caption={t('kpiPage.evidence')}
        captionHidden
        columns={part === 'excluded' ? [why, ...columns.map((column) => ({ ...column, rowHead: false }))] : columns}
        rows={found.rows}
        rowKey={(row) => `${row.record}/${row.feed_id}/${row.source_id}/${row.excluded ?? ''}`}
        empty={t('kpiPage.evidenceEmpty')}
        dense
        tools={
          <ExportLinks
            label={t('kpiPage.exportRows')}
            items={[
              {
                href: addressWith(`${path}/evidence`, {}, { at: at ?? reading.at, window, part, dim, key }),
                label: t('kpiPage.exportRows'),
                note: count === null ? undefined : t('kpiPage.exportNote', { count }),
              },
            ]}
          />
        }
        footer={
          <Pagination
            label={t('kpiPage.pages')}
            text={count === null ? undefined : t('kpiPage.rowsCount', { count })}
            previous={cursor ? { href: to({}), label: t('kpiPage.first') } : undefined}
            next={
              found.next
                ? { href: `${addressWith(path, search, { cursor: found.next })}#rows`, label: t('kpiPage.next') }
                : undefined
            }
          />
        }
      />
    </>
  );
}
