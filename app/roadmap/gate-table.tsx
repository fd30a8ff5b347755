import { arranged } from '@/app/shell/arranged';
import type { SortedColumn } from '@/app/shell/sorted';
import type { TablePlace } from '@/app/shell/table-place';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { DataTable } from '@/components/table/data-table';
import type { StageStanding } from '@/domain/measurements/read-scores';
import { findKpi } from '@/kpis/catalogue';
import type { CheckedCondition, ConditionState } from '@/roadmap/gate';
import { titleOfKpi } from '@/roadmap/kpis-to-come';
import { stages } from '@/roadmap/stages';
import { conditionAsks, conditionName, conditionNow, missesLastYear } from './condition-text';

const tone: Record<ConditionState, Tone> = { met: 'good', unmet: 'bad', no_data: 'warn', not_measured: 'neutral' };
const order: Record<ConditionState, number> = { unmet: 0, no_data: 1, met: 2, not_measured: 3 };

/** What a gate asks for, what is missing first. */
export function GateTable({
  place,
  base,
  gate,
}: {
  place: TablePlace;
  base: string;
  gate: StageStanding['gates'][number];
}) {
  const { reader } = place;
  const { t, f, say } = reader;
  const declared = stages.find((one) => one.stage === gate.stage)!;
  const link = ({ condition }: CheckedCondition) => {
    if ('mechanism' in condition) return `${base}/mechanisms/${condition.mechanism}`;
    const kpi = findKpi(condition.kpi);
    return kpi ? `${base}/kpis/${kpi.id}` : null;
  };
  const rows = gate.conditions
    .filter((one) => one.state !== 'not_measured')
    .sort((a, b) => order[a.state] - order[b.state]);
  const waiting = gate.conditions.flatMap(({ condition, state }) =>
    state === 'not_measured' && 'kpi' in condition ? [say(titleOfKpi(condition.kpi))] : [],
  );
  const columns: SortedColumn<CheckedCondition>[] = [
    {
      key: 'condition',
      by: (row) => conditionName(reader, row.condition),
      head: t('roadmapPage.condition'),
      rowHead: true,
      wrap: true,
      cell: (row) => {
        const href = link(row);
        const name = conditionName(reader, row.condition);
        return href ? (
          <a href={href} className="hover:underline">
            {name}
          </a>
        ) : (
          <span className="font-normal text-ink-3">{name}</span>
        );
      },
    },
    { key: 'asks', head: t('roadmapPage.asks'), align: 'end', cell: (row) => conditionAsks(reader, row.condition) },
    { key: 'now', head: t('roadmapPage.now'), align: 'end', cell: (row) => conditionNow(reader, row) },
    {
      key: 'state',
      by: (row) => order[row.state],
      head: t('roadmapPage.state'),
      cell: (row) => (
        <StatusBadge
          tone={tone[row.state]}
          label={t(`roadmap.condition.${missesLastYear(row) ? 'no_last_year' : row.state}`)}
          quiet
        />
      ),
    },
  ];
  const shown = arranged(rows, columns, place);
  return (
    <DataTable
      caption={`${say(declared.gate.title)}`}
      rowKey={(row) => JSON.stringify(row.condition)}
      phone="cards"
      dense
      footer={
        (waiting.length > 0 || gate.set.own) && (
          <div className="space-y-1 text-sm text-ink-3">
            {waiting.length > 0 && (
              <p>{t('roadmapPage.notMeasuredList', { count: waiting.length, kpis: waiting.join(t('list.comma')) })}</p>
            )}
            {gate.set.own && (
              <p>
                <a
                  href={`${base}/settings/gates/${gate.stage}`}
                  className="rounded-xs underline underline-offset-3 hover:text-ink"
                >
                  {t('gatesPage.ownSince', { day: f.day(gate.set.startsOn!) })}
                </a>
              </p>
            )}
          </div>
        )
      }
      {...shown}
      tools={
        <>
          <StatusBadge
            tone={gate.state === 'open' ? 'neutral' : gate.state === 'regressed' ? 'bad' : 'good'}
            label={t(`roadmap.gate.${gate.state}`)}
          />
          {shown.tools}
        </>
      }
    />
  );
}
