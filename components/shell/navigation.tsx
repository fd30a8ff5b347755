'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

/** The link of a click that leads to a page of ours, in this tab. Files say `download`, what only redirects says `rel="external"`. */
function pageLink(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return null;
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (elsewhere || event.defaultPrevented || link.target || link.hasAttribute('download')) return null;
  return link.relList.contains('external') ? null : link;
}

/** Writes what the router knows of the page into the history entry that the browser is about to make for a place in it. */
function nameNextEntry(): void {
  const { state } = window.history;
  setTimeout(() => window.history.state ?? window.history.replaceState(state, ''));
}

/**
 * Takes every plain `<a>` of every page: the frame stays, the page is exchanged, and a line on top says that it is on its way (pages are
 * made when they are asked for). `data-keep-place` leaves the reader where they are, with the menu that is open. Why
 * not a component for each link: docs/decisions/032-first-paint.md.
 */
export function Navigation() {
  const router = useRouter();
  const [leaving, leave] = useTransition();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = pageLink(event);
      if (!link) return;
      // `#…` alone moves the focus too, which is the browser's to do.
      if (link.getAttribute('href')?.startsWith('#')) return nameNextEntry();
      event.preventDefault();
      const scroll = link.dataset.keepPlace === undefined;
      // The frame outlives the page: a menu in it would stay open.
      if (scroll) link.closest<HTMLElement>('[popover]')?.hidePopover();
      leave(() => router.push(link.href, { scroll }));
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
  return leaving && <div aria-hidden="true" className="navigation-line" />;
}
