'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

/** A line over the page from the click on a link until the page that it leads to stands: pages are made when they are asked for. */
export function NavigationLine() {
  const path = usePathname();
  const search = useSearchParams();
  const [leaving, setLeaving] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is the end of the way
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // What the router takes it keeps from the browser: neither a download, nor a link to another tab, nor one within the page.
      if (!link || !event.defaultPrevented) return;
      if (link.pathname + link.search !== window.location.pathname + window.location.search) setLeaving(true);
    };
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('click', onClick);
      setLeaving(false);
    };
  }, [path, search]);
  return leaving && <div aria-hidden="true" className="navigation-line" />;
}
