import type { TablePlace } from '@/app/shell/table-place';
import type { Reject } from '@/domain/ingest/list-rejects';
import { RejectReasons } from './reject-reasons';
import { RejectTable } from './reject-table';

/** What of rows kept aside the address asks for. A fault of the whole row has no field, and stands there as `row`. */
export const askedField = (field: string | undefined): string | undefined => (field === 'row' ? '' : field);

/** Rows kept aside of a run or a feed: in which fields the faults lie, and the rows with their reasons. */
export function KeptAside({
  place,
  base,
  rejects,
  reasons,
  chosen,
  target,
  label,
  withRun = false,
}: {
  place: TablePlace;
  base: string;
  rejects: { data: Reject[]; next: string | null };
  /** By field; '' is the whole row. */
  reasons: { field: string; count: number }[];
  /** The field of the address. */
  chosen: string | undefined;
  target: string;
  label: string;
  withRun?: boolean;
}) {
  const field = askedField(chosen);
  const counted = reasons.filter((reason) => field === undefined || reason.field === field);
  return (
    <>
      {reasons.length > 1 && <RejectReasons place={place} target={target} reasons={reasons} chosen={chosen} />}
      <RejectTable
        place={place}
        base={base}
        rejects={rejects.data}
        next={rejects.next}
        count={counted.reduce((sum, reason) => sum + reason.count, 0)}
        target={target}
        label={label}
        withRun={withRun}
      />
    </>
  );
}
