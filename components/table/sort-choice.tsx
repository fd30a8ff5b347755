import { useId } from 'react';
import { buttonLook } from '@/components/form/button-look';
import { Icon } from '@/components/icon/icon';
import { type Column, sortIcons } from './table-head';

/** What a table is sorted by, where a phone shows cards and no heads: the same links. No script. */
export function SortChoice<Row>({ label, columns }: { label: string; columns: readonly Column<Row>[] }) {
  const id = useId();
  const sortable = columns.flatMap(({ key, head, sort }) => (sort ? [{ key, head, ...sort }] : []));
  if (sortable.length === 0) return null;
  const present = sortable.find((column) => column.direction);
  return (
    <div className="md:hidden">
      <button type="button" popoverTarget={id} className={buttonLook('quiet', 'sm', 'min-h-11')}>
        <Icon name={present?.direction ? sortIcons[present.direction] : 'sort'} className="size-4" />
        {label} {present && <span className="text-xs font-normal text-ink-3">{present.head}</span>}
      </button>
      <div
        id={id}
        popover="auto"
        className="beside-opener max-h-[70dvh] min-w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 text-sm text-ink shadow-md"
      >
        <ul aria-label={label}>
          {sortable.map(({ key, head, href, direction, label: does }) => (
            <li key={key}>
              <a
                href={href}
                data-keep-place=""
                className="flex min-h-11 items-center gap-2 rounded-sm px-2 -outline-offset-2 hover:bg-sunken"
              >
                <Icon
                  name={direction ? sortIcons[direction] : 'sort'}
                  className={direction ? 'size-4 text-brand' : 'size-4 text-ink-3'}
                />
                {head}
                <span className="sr-only">, {does}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
