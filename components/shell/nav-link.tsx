'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link that knows whether it leads to where one is. */
export function NavLink({
  href,
  exact = false,
  className,
  children,
}: {
  href: string;
  exact?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href;
  const below = !exact && path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={here ? 'page' : below ? 'true' : undefined} className={className}>
      {children}
    </a>
  );
}
