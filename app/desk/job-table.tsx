import type { ReactNode } from 'react';
import { remove, retry } from '@/app/admin/jobs/actions';
import { ConfirmButton } from '@/components/form/confirm-button';
import { SubmitButton } from '@/components/form/submit-button';
import { DataTable } from '@/components/table/data-table';
import type { TenantName } from '@/domain/platform/tenant-names';
import type { QueuedOrder, QueueName, QueueState } from '@/workers/desk/queue-names';
import type { DeskReader } from './desk-reader';

function TenantLink({ firm, otherwise }: { firm: TenantName | undefined; otherwise: string }) {
  if (!firm) return otherwise;
  return (
    <a href={`/admin/tenants/${firm.slug}`} className="text-brand hover:underline">
      {firm.name}
    </a>
  );
}

/** Ids of a payload; the beginning says which, the title all. */
function Ids({ payload }: { payload: Record<string, unknown> }) {
  return (
    <span className="flex flex-col gap-0.5">
      {Object.entries(payload).map(([name, value]) => (
        <code key={name} title={String(value)} className="text-xs whitespace-nowrap">
          {name} {String(value).slice(0, 13)}
        </code>
      ))}
    </span>
  );
}

/** Orders of a queue in one state, with what can be done about them. */
export function JobTable({
  reader: { t, f },
  queue,
  state,
  orders,
  firms,
  now,
  tools,
  footer,
}: {
  reader: DeskReader;
  queue: QueueName;
  state: QueueState;
  orders: QueuedOrder[];
  /** By id. */
  firms: ReadonlyMap<unknown, TenantName>;
  now: Date;
  tools?: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <DataTable
      caption={`${t(`desk.jobs.queues.${queue}`)} · ${t(`desk.jobs.states.${state}`)}`}
      phone="cards"
      rows={orders}
      rowKey={(row) => row.id}
      empty={t('desk.jobs.empty')}
      tools={tools}
      footer={footer}
      columns={[
        { key: 'job', head: t('desk.jobs.job'), rowHead: true, cell: (row) => row.job },
        {
          key: 'tenant',
          head: t('desk.feeds.tenant'),
          wrap: true,
          cell: (row) => <TenantLink firm={firms.get(row.payload.tenantId)} otherwise={t('desk.none')} />,
        },
        { key: 'payload', head: t('desk.jobs.payload'), cell: (row) => <Ids payload={row.payload} /> },
        { key: 'attempts', head: t('desk.jobs.attempts'), align: 'end', cell: (row) => f.number(row.attempts) },
        {
          key: 'error',
          head: t('desk.jobs.error'),
          wrap: true,
          cell: (row) => <span className="wrap-anywhere">{row.error?.slice(0, 300) ?? t('desk.none')}</span>,
        },
        {
          key: 'age',
          head: t('desk.jobs.age'),
          cell: (row) => <span title={f.instant(row.at)}>{f.ago(row.at, now)}</span>,
        },
        {
          key: 'deeds',
          head: t('desk.jobs.deeds'),
          cell: (row) =>
            state === 'active' ? (
              t('desk.none')
            ) : (
              <span className="flex flex-wrap gap-2">
                {state === 'failed' && (
                  <form action={retry}>
                    {Object.entries({ queue, state, id: row.id }).map(([name, value]) => (
                      <input key={name} type="hidden" name={name} value={value} />
                    ))}
                    <SubmitButton pending={t('desk.jobs.retrying')} size="sm" variant="secondary" icon="retry">
                      {t('desk.jobs.retry')}
                    </SubmitButton>
                  </form>
                )}
                <ConfirmButton
                  size="sm"
                  title={t('desk.jobs.removeTitle')}
                  text={t('desk.jobs.removeText')}
                  confirm={t('desk.jobs.remove')}
                  cancel={t('form.cancel')}
                  pending={t('desk.jobs.removing')}
                  action={remove}
                  fields={{ queue, state, id: row.id }}
                >
                  {t('desk.jobs.remove')}
                </ConfirmButton>
              </span>
            ),
        },
      ]}
    />
  );
}
