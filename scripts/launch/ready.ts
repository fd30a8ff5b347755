import { setTimeout as sleep } from 'node:timers/promises';
import type { Readiness } from '@/domain/readiness/readiness';
import { OperatorError } from './operator-error.mjs';
import type { Supervisor } from './supervisor';

const LIMIT_SECONDS = 180;

/** Waits until web, worker and database say that they are ready. Error: they do not, with the last words of who fails. */
export async function waitUntilReady(supervisor: Supervisor, note: (text: string) => void): Promise<void> {
  const host = process.env.HOST && process.env.HOST !== '0.0.0.0' ? process.env.HOST : '127.0.0.1';
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${process.env.PORT}/api/ready`;
  let answer = 'no answer yet';
  for (let tries = 0; tries < LIMIT_SECONDS * 4; tries++) {
    if (supervisor.stopping.aborted) await new Promise(() => {}); // the process is about to end
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
      if (response.ok) return;
      answer = whatIsMissing(await response.text());
    } catch {
      // not listening yet
    }
    note(answer);
    const failing = supervisor.services.find((service) => service.crashes >= 3);
    if (failing) throw notReady(`${failing.options.name} keeps ending.`, failing.lastWords());
    await sleep(250);
  }
  throw notReady(
    `${url} is not ready after ${LIMIT_SECONDS} seconds: ${answer}`,
    supervisor.services[0]?.lastWords() ?? '',
  );
}

/** The parts that are not ready, by name and with the reason where there is one; another answer as it is. */
export function whatIsMissing(answer: string): string {
  try {
    const { checks } = JSON.parse(answer) as Readiness;
    const missing = Object.entries(checks).filter(([, check]) => !check.ok);
    return `waiting for ${missing.map(([name, { detail }]) => (detail ? `${name}: ${detail}` : name)).join(', ')}`;
  } catch {
    return answer.slice(0, 300);
  }
}

function notReady(why: string, lastWords: string): OperatorError {
  return new OperatorError(`Fairway did not come up: ${why}\n\n${lastWords}`);
}
