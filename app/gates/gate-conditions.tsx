import { conditionAsks, conditionName } from '@/app/roadmap/condition-text';
import type { Reader } from '@/app/shell/reader';
import { DataTable } from '@/components/table/data-table';
import { defaultConditions, type GateSet } from '@/domain/gates/gate-set';
import { conditionKey } from '@/roadmap/gate';

/** What a gate asks for, beside what it asks for by default. */
export function GateConditions({ reader, set, caption }: { reader: Reader; set: GateSet; caption: string }) {
  const { t } = reader;
  const asked = new Map(set.conditions.map((one) => [conditionKey(one), one]));
  // Readers with limits are told of what they see; the rest of the default is as little theirs.
  const usual = new Map(set.own ? defaultConditions(set.stage).map((one) => [conditionKey(one), one]) : asked);
  const dropped = [...usual.values()].filter((one) => !asked.has(conditionKey(one)));
  return (
    <DataTable
      caption={caption}
      captionHidden
      phone="cards"
      dense
      rows={[...set.conditions, ...dropped]}
      rowKey={conditionKey}
      columns={[
        {
          key: 'condition',
          head: t('roadmapPage.condition'),
          rowHead: true,
          wrap: true,
          cell: (one) => conditionName(reader, one),
        },
        {
          key: 'asks',
          head: t('roadmapPage.asks'),
          align: 'end',
          cell: (one) => {
            const now = asked.get(conditionKey(one));
            return now ? conditionAsks(reader, now) : t('gatesPage.notAsked');
          },
        },
        {
          key: 'default',
          head: t('gatesPage.byDefault'),
          align: 'end',
          cell: (one) => {
            const then = usual.get(conditionKey(one));
            return then ? conditionAsks(reader, then) : t('gatesPage.notAsked');
          },
        },
      ]}
    />
  );
}
