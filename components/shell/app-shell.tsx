import type { ReactNode } from 'react';
import { Logo, Mark } from '@/components/brand/logo';
import { BottomNav } from './bottom-nav';
import type { NavItem } from './nav-item';
import { SideNav } from './side-nav';
import { SkipLink } from './skip-link';
import { ToolsMenu } from './tools-menu';

/** The frame of every page: side navigation on the desktop, a bottom bar on the phone, a header with the switches. */
export function AppShell({
  brand,
  nav,
  navLabel,
  skipLabel,
  tenant,
  tools,
  toolsLabel,
  footer,
  banner,
  notices,
  children,
}: {
  brand: { name: string; href: string };
  nav: NavItem[];
  navLabel: string;
  skipLabel: string;
  tenant?: ReactNode;
  tools?: ReactNode;
  toolsLabel: string;
  footer?: ReactNode;
  /** Over the header, and staying there with it. */
  banner?: ReactNode;
  /** Lines over the page that scroll away. */
  notices?: ReactNode;
  children: ReactNode;
}) {
  const offBar = nav.filter((item) => item.phone === false);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink label={skipLabel} />
      <aside aria-label={brand.name} className="hidden border-r border-line bg-surface md:block print:hidden">
        <div className="sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto px-3 py-4">
          <a href={brand.href} className="rounded-md px-2">
            <Logo name={brand.name} />
          </a>
          <SideNav label={navLabel} items={nav} />
          {footer && <div className="mt-auto px-2.5 text-xs text-ink-3">{footer}</div>}
        </div>
      </aside>
      <div className="min-w-0">
        {notices}
        <div className="sticky top-0 z-20 print:static">
          {banner}
          <header className="border-b border-line bg-surface print:hidden">
            <div className="mx-auto flex h-14 max-w-[80rem] items-center gap-2 pr-2 pl-4 md:px-8">
              <a href={brand.href} aria-label={brand.name} className="rounded-md md:hidden">
                <Mark />
              </a>
              {tenant && <div className="min-w-0">{tenant}</div>}
              {tools && (
                <ToolsMenu label={toolsLabel}>
                  {tools}
                  {offBar.length > 0 && (
                    <div className="border-t border-line pt-2 md:hidden">
                      <SideNav label={toolsLabel} items={offBar} />
                    </div>
                  )}
                </ToolsMenu>
              )}
            </div>
          </header>
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-[80rem] px-4 pt-5 pb-28 outline-none md:px-8 md:pt-8 md:pb-20"
        >
          {children}
        </main>
      </div>
      <BottomNav label={navLabel} items={nav} />
    </div>
  );
}
