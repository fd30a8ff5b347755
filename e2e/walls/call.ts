const base = process.env.E2E_URL ?? 'http://localhost:3000';

export interface Request {
  method?: string;
  path: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Where it leads, when it leads elsewhere: an answer's or an action's redirect. */
  to: string | null;
}

/** How many calls were made and how many of them were refused, for the line that the suite prints. */
export const tally = { calls: 0, refusals: 0 };

/** Calls the site like a browser of that person would, and follows nothing. */
export async function call({ method = 'GET', path, cookie, headers = {}, body }: Request): Promise<Answer> {
  // What the router fetches without a whole page says so in the address too.
  const address = headers.rsc ? `${path}${path.includes('?') ? '&' : '?'}_rsc` : path;
  const response = await fetch(base + address, {
    method,
    body,
    redirect: 'manual',
    headers: { 'accept-language': 'en', cookie: [cookie, 'locale=en'].filter(Boolean).join('; '), ...headers },
  });
  tally.calls++;
  const text = await response.text();
  const action = response.headers.get('x-action-redirect');
  return { status: response.status, headers: response.headers, text, to: action ?? response.headers.get('location') };
}

/** A server action by its number, with any arguments, as React sends them. At most one of them is a form. */
export function callAction(
  id: string,
  path: string,
  cookie: string | undefined,
  args: unknown[],
  more: Record<string, string> = {},
): Promise<Answer> {
  const form = args.findIndex((arg) => arg instanceof FormData);
  const headers = { 'next-action': id, accept: 'text/x-component', origin: base, ...more };
  const values = args.map((arg, n) => (n === form ? '$K1' : arg));
  const root = JSON.stringify(values);
  if (form < 0)
    return call({
      method: 'POST',
      path,
      cookie,
      headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
      body: root,
    });
  const body = new FormData();
  for (const [name, value] of args[form] as FormData) body.append(`_1_${name}`, value);
  body.set('0', root);
  return call({ method: 'POST', path, cookie, headers, body });
}

/** Runs tasks, a few at a time. */
export async function inTurn<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    [1, 2, 3].map(async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await task(item);
    }),
  );
}
