import { useId } from 'react';
import { buttonLook } from '@/components/form/button-look';
import { Icon } from '@/components/icon/icon';

/** Which columns a table shows. Each line is a link that shows or hides one, so the address keeps the choice. No script. */
export function ColumnChoice({
  label,
  items,
  all,
}: {
  label: string;
  /** `does` tells readers what the link will do. */
  items: { key: string; head: string; shown: boolean; does: string; href: string }[];
  /** Shows every column again; none: every column is shown. */
  all?: { href: string; label: string };
}) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonLook('quiet', 'sm', 'max-md:min-h-11')}>
        <Icon name="columns" className="size-4" />
        {label}
        {all && (
          <span className="num text-xs font-normal text-ink-3">
            {items.filter((item) => item.shown).length}/{items.length}
          </span>
        )}
      </button>
      <div
        id={id}
        popover="auto"
        className="beside-opener max-h-[70dvh] min-w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 text-sm text-ink shadow-md"
      >
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={item.key}>
              <a
                href={item.href}
                data-keep-place=""
                className="flex min-h-8 items-center gap-2 rounded-sm px-2 -outline-offset-2 hover:bg-sunken max-md:min-h-11"
              >
                <Icon name="check" className={item.shown ? 'size-4 text-brand' : 'invisible size-4'} />
                <span className="sr-only">{item.does}: </span>
                <span className={item.shown ? undefined : 'text-ink-3'}>{item.head}</span>
              </a>
            </li>
          ))}
        </ul>
        {all && (
          <a
            href={all.href}
            data-keep-place=""
            className="mt-1.5 flex min-h-9 items-center border-t border-line px-2 font-medium text-brand -outline-offset-2 hover:underline"
          >
            {all.label}
          </a>
        )}
      </div>
    </>
  );
}
