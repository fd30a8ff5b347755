import { paged } from '@/app/shell/paged';
import type { Reader } from '@/app/shell/reader';
import type { TablePlace } from '@/app/shell/table-place';
import { Facts } from '@/components/numbers/facts';
import { type Column, DataTable } from '@/components/table/data-table';
import { changesBetween } from '@/domain/audit/changes';
import { facts, objectOf } from '@/domain/audit/facts';
import { type AuditEntry, entryOrders } from '@/domain/audit/list-entries';
import { stages } from '@/roadmap/stages';
import { ChangeList } from './change-list';
import { fieldName } from './field-name';
import { whoText } from './who';

/** A page of the audit log; each entry unfolds to what was, what is, and what else is known of it. */
export function EntryTable({
  place,
  tenant,
  entries,
  next,
  empty,
}: {
  place: TablePlace;
  tenant: string;
  entries: AuditEntry[];
  /** The cursor of the next page. */
  next: string | null;
  empty: string;
}) {
  const { reader } = place;
  const { t, f } = reader;
  const columns: Column<AuditEntry>[] = [
    { key: 'when', head: t('auditPage.when'), cell: (entry) => f.stamp(entry.at) },
    {
      key: 'who',
      head: t('auditPage.who'),
      wrap: true,
      cell: (entry) => (
        <span className="wrap-anywhere">
          {entry.actingAdmin
            ? t('auditPage.support', { admin: entry.actingAdmin, tenant })
            : whoText(reader, entry.actor)}
        </span>
      ),
    },
    { key: 'what', head: t('auditPage.what'), rowHead: true, wrap: true, cell: (entry) => What({ reader, entry }) },
    { key: 'where', head: t('auditPage.where'), cell: (entry) => entry.address ?? '–' },
  ];
  return (
    <DataTable
      caption={t('auditPage.entries')}
      captionHidden
      phone="cards"
      rows={entries}
      rowKey={(entry) => String(entry.id)}
      empty={empty}
      {...paged(columns, { usual: '-when', ...place }, { orders: Object.keys(entryOrders), next })}
    />
  );
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** An instant by the reader's clock; all else as it is kept. */
const written = ({ f }: Reader, value: unknown): string => {
  if (typeof value !== 'string') return JSON.stringify(value);
  return instant.test(value) ? f.instant(new Date(value)) : value;
};

/** What it was done to: by its name, and which version of it. */
function objectText({ t, say }: Reader, { detail }: AuditEntry): string {
  const { stage, version } = detail;
  const gate = stages.find((one) => one.stage === stage)?.gate;
  return [
    objectOf(detail),
    gate ? say(gate.title) : '',
    typeof version === 'number' ? t('auditPage.versionOf', { version }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function What({ reader, entry }: { reader: Reader; entry: AuditEntry }) {
  const sentence = facts[entry.fact];
  const object = objectText(reader, entry);
  const line = (
    <>
      {sentence ? reader.say(sentence) : entry.fact}
      {object && <span className="wrap-anywhere font-normal text-ink-2"> · {object}</span>}
    </>
  );
  const changes = changesBetween(entry.before, entry.after);
  const said = new Set([objectOf(entry.detail), ...changes.map((change) => change.after)]);
  const known = Object.entries(entry.detail).filter(
    ([name, value]) => name !== 'version' && value !== null && !said.has(value as string),
  );
  if (!known.length && !changes.length) return line;
  return (
    <details className="group">
      <summary className="cursor-pointer rounded-xs marker:text-ink-3">{line}</summary>
      <div className="mt-3 space-y-4 border-line border-s-2 ps-3 font-normal">
        <ChangeList reader={reader} before={entry.before} after={entry.after} />
        {known.length > 0 && (
          <Facts
            items={known.map(([term, value]) => ({
              term: fieldName(reader, term),
              text: <span className="wrap-anywhere">{written(reader, value)}</span>,
            }))}
          />
        )}
      </div>
    </details>
  );
}
