import { Icon } from '@/components/icon/icon';
import type { NavItem } from './nav-item';
import { NavLink } from './nav-link';

/** The phone's navigation: at most five, in reach of a thumb. */
export function BottomNav({ label, items }: { label: string; items: NavItem[] }) {
  const shown = items.filter((item) => item.phone !== false).slice(0, 5);
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {shown.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink
              href={item.href}
              exact={item.exact}
              className="relative flex h-14 flex-col items-center justify-center gap-0.5 text-2xs text-ink-3 aria-[current]:font-semibold aria-[current]:text-brand aria-[current]:before:absolute aria-[current]:before:top-0 aria-[current]:before:h-0.5 aria-[current]:before:w-8 aria-[current]:before:rounded-full aria-[current]:before:bg-brand"
            >
              <span className="relative">
                <Icon name={item.icon} className="size-[1.375rem]" />
                {item.badge && (
                  <span className="num absolute -top-1.5 left-3.5 rounded-full bg-bad-soft px-1 text-2xs leading-4 font-semibold text-bad">
                    <span aria-hidden="true">{item.badge.text}</span>
                    <span className="sr-only">{item.badge.label}</span>
                  </span>
                )}
              </span>
              <span className="max-w-full truncate px-1">{item.short ?? item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
