import type { ReactNode } from 'react';
import { ChannelArt } from '@/components/brand/channel-art';
import { Logo } from '@/components/brand/logo';
import { SkipLink } from './skip-link';

/** The frame of pages outside a tenant: the form to the left, the sea chart to the right. */
export function EntryShell({
  brand,
  tools,
  skipLabel,
  title,
  lead,
  children,
  aside,
}: {
  brand: { name: string; href: string; tagline?: string };
  tools?: ReactNode;
  skipLabel: string;
  title: string;
  lead?: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(26rem,2fr)_3fr]">
      <SkipLink label={skipLabel} />
      <div className="flex flex-col px-5 py-5 sm:px-10">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <a href={brand.href} className="rounded-md">
            <Logo name={brand.name} />
          </a>
          {tools && <div className="flex items-center gap-2">{tools}</div>}
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-sm grow flex-col justify-center py-10 outline-none"
        >
          <h1 className="text-2xl font-semibold">{title}</h1>
          {lead && <p className="mt-2 text-ink-2">{lead}</p>}
          <div className="mt-7">{children}</div>
        </main>
      </div>
      <aside className="relative isolate hidden overflow-hidden lg:block">
        <ChannelArt className="absolute inset-0 -z-10 size-full" />
        <div className="flex h-full flex-col justify-end bg-linear-to-t from-[#061f33] to-transparent to-60% p-12 text-[#e9f4fb]">
          {brand.tagline && <p className="max-w-[24em] text-2xl font-semibold text-balance">{brand.tagline}</p>}
          {aside && <div className="mt-4 max-w-[44em] text-base text-[#c4dcec]">{aside}</div>}
        </div>
      </aside>
    </div>
  );
}
