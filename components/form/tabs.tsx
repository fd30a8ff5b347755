import { classNames } from '@/components/class-names';

/** Views of one thing as links, so that the address says which. */
export function Tabs({
  label,
  items,
  variant = 'tabs',
}: {
  label: string;
  items: { href: string; label: string; current?: boolean; count?: string }[];
  variant?: 'tabs' | 'segments';
}) {
  const segments = variant === 'segments';
  return (
    <nav
      aria-label={label}
      className={classNames('max-w-full overflow-x-auto', !segments && 'mb-6 border-b border-line')}
    >
      <ul
        className={classNames(
          'flex w-max',
          segments ? 'gap-0.5 rounded-md bg-sunken p-0.5 inset-ring inset-ring-line' : 'gap-5',
        )}
      >
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              data-keep-place=""
              aria-current={item.current ? 'page' : undefined}
              className={classNames(
                'flex items-center gap-1.5 whitespace-nowrap -outline-offset-2',
                segments
                  ? 'min-h-8 rounded-sm px-3 text-sm text-ink-2 hover:text-ink max-md:min-h-10 aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-sm'
                  : 'min-h-11 border-b-2 border-transparent text-base text-ink-3 hover:text-ink aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-ink',
              )}
            >
              {item.label}
              {item.count && <span className="num text-xs text-ink-3">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
