import { hueFill } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import type { NavItem } from './nav-item';
import { NavLink } from './nav-link';

const link =
  'flex items-center gap-2.5 rounded-md px-2.5 text-ink-2 transition-colors hover:bg-sunken hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-medium aria-[current]:text-brand-strong';

/** The desktop's navigation; on a phone, in its menu, what its bar has no room for. */
export function SideNav({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav aria-label={label}>
      <ul className="space-y-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink href={item.href} exact={item.exact} className={classNames(link, 'min-h-9 text-base')}>
              <Icon name={item.icon} className="size-5" />
              <span className="grow">{item.label}</span>
              {item.badge && <NavBadge {...item.badge} />}
            </NavLink>
            {item.items && (
              <ul className="mt-0.5 mb-1.5 ml-5 space-y-0.5 border-l border-line pl-2.5">
                {item.items.map((child) => (
                  <li key={child.href}>
                    <NavLink href={child.href} className={classNames(link, 'min-h-8 text-sm')}>
                      {child.hue && (
                        <span
                          aria-hidden="true"
                          className={classNames('size-2 shrink-0 rounded-full', hueFill[child.hue])}
                        />
                      )}
                      {child.label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A count beside a word of the navigation; `label` says of what. */
function NavBadge({ text, label }: { text: string; label: string }) {
  return (
    <span className="num inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-bad-soft px-1.5 text-2xs font-semibold text-bad">
      <span aria-hidden="true">{text}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
