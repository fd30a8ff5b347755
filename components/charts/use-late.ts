'use client';
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';

interface Late<Props> {
  place: RefObject<HTMLDivElement | null>;
  /** The part, once it is here. */
  Part: ComponentType<Props> | null;
  /** True once the part has had time to draw; what stood there before may go. */
  drawn: boolean;
}

/** Loads a heavy part only once its place has come near the screen and the page is at rest. */
export function useLate<Props>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  const place = useRef<HTMLDivElement>(null);
  const loader = useRef(load);
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    let gone = false;
    const start = () => void loader.current().then((part) => gone || setPart(() => part));
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

  useEffect(() => {
    if (!Part) return;
    // The chart measures its place first and draws in the frame after.
    const timer = setTimeout(() => setDrawn(true), 100);
    return () => clearTimeout(timer);
  }, [Part]);

  return { place, Part, drawn };
}
