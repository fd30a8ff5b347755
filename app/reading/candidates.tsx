import { read } from '@/app/access/read';
import { More } from '@/components/shell/more';
import { addressWith } from '@/components/table/address';
import { type Column, DataTable } from '@/components/table/data-table';
import { type Candidate, listCandidates } from '@/domain/measurements/list-candidates';
import type { Reading } from '@/domain/measurements/reading';
import { recordNamed } from '@/records/catalogue';
import type { KpiPage } from './kpi-page';

/** Of the most probable pairs that a page tells, those that it shows at once. */
const shown = 5;
const most = 20;

/** Keys that find no other half, with the known ones that they probably mean: what to write alike, or to list. */
export async function Candidates({
  asked,
  search,
  path,
  reader,
  slug,
  reading,
}: KpiPage & { slug: string; reading: Reading }) {
  const { t, f, say, word } = reader;
  const rows = await read(slug, (work) => listCandidates(work, { at: asked.at ?? reading.at }));
  /** The rows of the pair in which the key stands. */
  const rowsOf = ({ pair, key }: Candidate) =>
    `${addressWith(path, search, { dim: 'pair', key: pair, text: key, part: null, cursor: null })}#rows`;
  const columns: Column<Candidate>[] = [
    {
      key: 'key',
      head: t('kpiPage.candidateKey'),
      rowHead: true,
      cell: (row) => (
        <a href={rowsOf(row)} className="rounded-xs text-brand hover:underline">
          {row.key}
        </a>
      ),
    },
    { key: 'pair', head: word('dim', 'pair'), cell: (row) => word('value', row.pair) },
    { key: 'rows', head: t('kpiPage.candidateRows'), align: 'end', cell: (row) => f.number(row.rows) },
    { key: 'other', head: t('kpiPage.candidateOther'), cell: (row) => row.other },
    { key: 'record', head: t('kpiPage.candidateIn'), cell: (row) => say(recordNamed(row.record).title) },
    { key: 'why', head: t('kpiPage.candidateWhy'), cell: (row) => t(`kpiPage.candidateBecause.${row.why}`) },
    {
      key: 'score',
      head: t('kpiPage.candidateScore'),
      cell: (row) => t(`kpiPage.candidateAgrees.${row.why}`, { percent: f.percent(row.score, 0) }),
    },
  ];
  const table = (some: Candidate[]) => (
    <DataTable
      caption={t('kpiPage.candidates')}
      captionHidden
      rows={some}
      rowKey={(row) => `${row.pair} ${row.key} ${row.record} ${row.other}`}
      empty={t('kpiPage.candidatesNone')}
      phone="cards"
      columns={columns}
    />
  );
  const rest = rows.slice(shown, most);
  return (
    <>
      {table(rows.slice(0, shown))}
      {rest.length > 0 && <More label={t('today.more', { count: rest.length })}>{table(rest)}</More>}
    </>
  );
}
