'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { isOver, type LiveState } from './live-state';

/** Asks `url` until the work is over or is no longer to be seen, then refreshes the page once. `lost` is true while no answer comes. */
export function useLiveState(url: string, initial: LiveState, everyMs: number): { live: LiveState; lost: boolean } {
  const router = useRouter();
  const [live, setLive] = useState(initial);
  const [lost, setLost] = useState(false);
  const over = isOver(live);

  useEffect(() => {
    if (over) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const answer = await fetch(url, {
          signal: stop.signal,
          cache: 'no-store',
          headers: { accept: 'application/json' },
        });
        // Signed out or taken out of the firm meanwhile: nothing more to ask for, and the page says so itself.
        if ([401, 403, 404].includes(answer.status)) return router.refresh();
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
        const next = (await answer.json()) as LiveState;
        setLive(next);
        setLost(false);
        if (isOver(next)) return router.refresh();
      } catch {
        if (stop.signal.aborted) return;
        setLost(true);
      }
      timer = setTimeout(ask, everyMs);
    };
    timer = setTimeout(ask, everyMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [url, everyMs, over, router]);

  return { live, lost };
}
