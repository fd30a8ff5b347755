'use client';
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Loads a heavy part only once its place has come near the screen and the page is at rest. Until then the place shows
 * what the server drew. Returns the place's ref and the part, when it is there.
 */
export function useLate<Props>(
  load: () => Promise<ComponentType<Props>>,
): [RefObject<HTMLDivElement | null>, ComponentType<Props> | null] {
  const place = useRef<HTMLDivElement>(null);
  const loader = useRef(load);
  const [part, setPart] = useState<ComponentType<Props> | null>(null);

  useEffect(() => {
    let gone = false;
    const start = () => void loader.current().then((loaded) => gone || setPart(() => loaded));
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        // Safari has no idle callback.
        if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 2000 });
        else setTimeout(start, 200);
      },
      { rootMargin: '200px' },
    );
    if (place.current) near.observe(place.current);
    return () => {
      gone = true;
      near.disconnect();
    };
  }, []);

  return [place, part];
}
