import { Icon } from '@/components/icon/icon';

/** The way back. The last item is the page itself and has no link. */
export function Breadcrumbs({ label, items }: { label: string; items: { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm text-ink-3">
        {items.map((item, index) => (
          <li key={`${item.href ?? ''}${item.label}`} className="flex min-w-0 items-center gap-1">
            {index > 0 && <Icon name="chevron-right" className="size-3.5" />}
            {item.href ? (
              <a href={item.href} className="rounded-xs py-1 hover:text-ink hover:underline">
                {item.label}
              </a>
            ) : (
              <span aria-current="page" className="truncate py-1 text-ink-2">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
