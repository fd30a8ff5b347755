import { read } from '@/app/access/read';
import { paged } from '@/app/shell/paged';
import { ButtonLink } from '@/components/form/button-link';
import { Tabs } from '@/components/form/tabs';
import { Callout } from '@/components/status/callout';
import { addressWith } from '@/components/table/address';
import { type Column, DataTable } from '@/components/table/data-table';
import { ExportLinks } from '@/components/table/export-links';
import { type EvidencePart, readEvidence } from '@/domain/measurements/read-evidence';
import type { Reading } from '@/domain/measurements/reading';
import type { KpiDeclaration } from '@/kpis/kpi';
import { amountOf } from './amount';
import { cellText } from './cell-text';
import { isDivision } from './is-division';
import { keyName } from './key-name';
import type { KpiPage } from './kpi-page';
import { SeekRows } from './seek-rows';

type Counts = Record<EvidencePart, number | null>;
/** `left`: the rows left out; null where nobody has counted them. */
type Totals = { numerator: number; rows: number; left: number | null };

/** How many rows each part has, where the totals say so: of customers and of money they say something else. */
const rowsOf: Record<KpiDeclaration['measure']['kind'], (totals: Totals) => Counts> = {
  ratio: (all) => ({ numerator: all.numerator, denominator: all.rows, excluded: all.left }),
  coverage: (all) => ({ numerator: all.numerator, denominator: all.rows, excluded: all.left }),
  concentration: (all) => ({ numerator: null, denominator: all.rows, excluded: all.left }),
  repeat: (all) => ({ numerator: null, denominator: null, excluded: all.left }),
};

/** How the totals are said to agree: as a division only where the value is one. */
const agreement = (kpi: KpiDeclaration) =>
  isDivision(kpi)
    ? 'kpiPage.reconciles'
    : kpi.measure.kind === 'coverage'
      ? 'kpiPage.reconcilesParts'
      : 'kpiPage.reconcilesSum';

/** Whether some of the rows are the numerator's: of a sum over all groups, all are. */
const numeratorOf = (kpi: KpiDeclaration): boolean => isDivision(kpi) || kpi.measure.kind === 'coverage';

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
  const { at, window, part, dim, key, text, sort, cursor } = asked;
  const found = await read(slug, (work) =>
    readEvidence(work, { kpi: kpi.id, at: at ?? reading.at, window, part, dim, key, text, sort, cursor, limit: 50 }),
  );
  const amount = amountOf(kpi, reader, currency);
  const { totals } = found;
  const { kind } = kpi.measure;
  const left = Object.values(totals.excluded).reduce((sum, count) => sum + count, 0);
  const counts = found.group
    ? rowsOf[kind]({ numerator: found.group.num, rows: found.group.rows, left: null })
    : rowsOf[kind]({ ...totals, left });
  const count = dim && !found.group ? null : counts[part];
  const { fitting } = found;
  const rowsText =
    fitting === null
      ? count === null
        ? undefined
        : t('kpiPage.rowsCount', { count })
      : count === null
        ? t('kpiPage.rowsFitting', { fitting })
        : t('kpiPage.rowsFittingOf', { fitting, count });
  const to = (changes: Record<string, string | null>) =>
    `${addressWith(path, search, { cursor: null, ...changes })}#rows`;
  const place = { path, search, reader, anchor: 'rows' };
  const columns: Column<Record<string, unknown>>[] = found.columns.map((column, index) => ({
    key: column.name,
    head: say(column.title),
    align: column.kind === 'minor' || column.kind === 'number' ? ('end' as const) : undefined,
    rowHead: index === 0 && part !== 'excluded',
    cell: (row: Record<string, unknown>) => cellText(reader, column, row[column.name], currency),
  }));
  const why = {
    key: 'excluded',
    head: t('kpiPage.why'),
    rowHead: true,
    cell: (row: Record<string, unknown>) => word('excluded', String(row.excluded ?? '')),
  };
  const shown = paged(part === 'excluded' ? [why, ...columns] : columns, place, {
    orders: found.sortable,
    next: found.next,
    text: rowsText,
  });
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Tabs
          variant="segments"
          label={t('kpiPage.evidence')}
          items={[
            { href: to({ part: null }), label: t('kpiPage.partDenominator'), current: part === 'denominator' },
            ...(numeratorOf(kpi)
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
                ? t(agreement(kpi), { num: amount(totals.numerator, true), den: amount(totals.denominator, true) })
                : t('kpiPage.reconcilesNot')
            }
          />
        </div>
      )}
      <SeekRows place={place} text={text} searchable={found.searchable} />
      <DataTable
        caption={t('kpiPage.evidence')}
        captionHidden
        columns={shown.columns}
        // A row of the records may stand in several groups: only its place is its own.
        rows={found.rows.map((row, place) => ({ ...row, place }) as Record<string, unknown>)}
        rowKey={(row) => String(row.place)}
        empty={t(fitting === null ? 'kpiPage.evidenceEmpty' : 'kpiPage.seekNone')}
        dense
        tools={
          <>
            <ExportLinks
              label={t('kpiPage.exportRows')}
              items={[
                {
                  href: addressWith(`${path}/evidence`, {}, { at: at ?? reading.at, window, part, dim, key, text }),
                  label: t('kpiPage.exportRows'),
                  note:
                    (fitting ?? count) === null
                      ? t('kpiPage.exportAll')
                      : t('kpiPage.exportNote', { count: (fitting ?? count)! }),
                },
              ]}
            />
            {shown.tools}
          </>
        }
        footer={shown.footer}
      />
    </>
  );
}
