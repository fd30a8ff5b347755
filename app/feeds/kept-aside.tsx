import { one } from '@/app/reading/asked';
import type { TablePlace } from '@/app/shell/table-place';
import { askedField } from './asked-field';
import type { Aside } from './read-kept-aside';
import { RejectReasons } from './reject-reasons';
import { RejectTable } from './reject-table';

/** Rows kept aside of a run or a feed: in which fields the faults lie, and the rows with their reasons. */
export function KeptAside({
  place,
  base,
  aside: { data, next, reasons },
  target = '',
  withRun = false,
}: {
  place: TablePlace;
  base: string;
  aside: Aside;
  /** What the feed's mapping makes of a row. */
  target?: string;
  withRun?: boolean;
}) {
  const chosen = one(place.search, 'field');
  const field = askedField(chosen);
  const counted = reasons.filter((reason) => field === undefined || reason.field === field);
  return (
    <>
      {reasons.length > 1 && <RejectReasons place={place} target={target} reasons={reasons} chosen={chosen} />}
      <RejectTable
        place={place}
        base={base}
        rejects={data}
        next={next}
        count={counted.reduce((sum, reason) => sum + reason.count, 0)}
        target={target}
        withRun={withRun}
      />
    </>
  );
}
