import { Icon } from '@/components/icon/icon';

/** Ways to take the rows along. `note` says how many ("4,312 rows"): an export never cuts silently. */
export function ExportLinks({
  label,
  items,
}: {
  label: string;
  items: { href: string; label: string; note?: string }[];
}) {
  return (
    <ul aria-label={label} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            download
            className="inline-flex min-h-8 items-center gap-1.5 rounded-xs font-medium text-brand hover:underline"
          >
            <Icon name="download" className="size-4" />
            {item.label}
            {item.note && <span className="num font-normal text-ink-3">{item.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
