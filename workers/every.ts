import { errorFields, log } from '@/lib/log';

export interface Repeating {
  /** Resolves when the last round is over. */
  stop(): Promise<void>;
}

/** Does something now and then again, that long after each round's end. A round that throws is logged. */
export function every(name: string, seconds: number, round: () => Promise<void>): Repeating {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const go = () => {
    running = round()
      .catch((error) => {
        if (!stopped) log('warn', `${name}.error`, errorFields(error));
      })
      .then(() => {
        if (!stopped) timer = setTimeout(go, seconds * 1000);
      });
  };
  go();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
