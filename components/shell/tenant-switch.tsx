import { Icon } from '@/components/icon/icon';

/** Whose house one is in, and the way to one's other houses. No script. */
export function TenantSwitch({
  label,
  name,
  note,
  switchLabel,
  items,
}: {
  label: string;
  name: string;
  note?: string;
  switchLabel: string;
  items: { href: string; name: string; note: string; current: boolean }[];
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="shell-tenants"
        className="flex min-h-11 max-w-full min-w-0 items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-sunken"
      >
        <span className="sr-only">{label}: </span>
        <span className="min-w-0">
          <span className="block truncate text-base font-medium text-ink">{name}</span>
          {note && <span className="block truncate text-xs text-ink-3">{note}</span>}
        </span>
        <span className="sr-only">{switchLabel}</span>
        <Icon name="chevron-down" className="size-4 shrink-0 text-ink-3" />
      </button>
      <nav
        id="shell-tenants"
        popover="auto"
        aria-label={switchLabel}
        className="inset-auto top-14 left-3 m-0 max-h-[70dvh] w-80 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-line bg-raised p-1.5 text-ink shadow-md md:left-64"
      >
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a
                href={item.href}
                aria-current={item.current ? 'true' : undefined}
                className="flex min-h-11 items-center gap-2 rounded-md px-2.5 py-1.5 -outline-offset-2 hover:bg-sunken"
              >
                <span className="min-w-0 grow">
                  <bdi className="block truncate font-medium">{item.name}</bdi>
                  <span className="block truncate text-xs text-ink-3">{item.note}</span>
                </span>
                {item.current && <Icon name="check" className="size-4 shrink-0 text-brand" />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
