import type { Things } from './firm';

/** What stands in an address besides a firm's own ids: names that are the same for everybody. */
const shared: Record<string, string> = {
  kpi: 'on-time-in-full',
  mechanism: 'ecosystem',
  stage: '1',
  '...nextauth': 'session',
};

/** Parts of addresses that are called otherwise than the thing they name. */
const renamed: Record<string, string> = { member: 'ownerId' };

/** Links that are good for one thing, by where they lead. A firm has one of the first two; the others nobody has. */
const links: [where: RegExp, thing: string][] = [
  [/\/unsubscribe\//, 'unsubscribe'],
  [/\/invitation\//, 'invitationToken'],
  [/./, 'madeUpToken'],
];

/** Under which address a route with a free end is tried. */
const ends: Record<string, string> = { '...path': 'me' };

/** What a page needs behind `?`. */
const queries: Record<string, (things: Things) => string> = {
  '/[tenant]/feeds/[feed]/import': ({ ticket }) => `?file=${ticket}`,
  '/[tenant]/feeds/[feed]/mapping': ({ run }) => `?run=${run}`,
};

const parts = (pattern: string): string[] => [...pattern.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name!);

/** Whether the address names a thing of a firm, besides the firm. */
export const namesThing = (pattern: string): boolean =>
  parts(pattern).some((name) => name !== 'tenant' && name !== 'slug' && !(name in shared) && !(name in ends));

/** An address with a firm's slug and a firm's things, which need not be the same. */
export function addressFor(pattern: string, slug: string, things: Things): string {
  const path = pattern.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    if (name === 'tenant' || name === 'slug') return slug;
    const thing = name === 'token' ? links.find(([where]) => where.test(pattern))![1] : (renamed[name] ?? name);
    const value = shared[name] ?? ends[name] ?? things[thing];
    if (!value) throw new Error(`${pattern}: say in e2e/walls what [${name}] stands for`);
    return encodeURIComponent(value);
  });
  return path + (queries[pattern]?.(things) ?? '');
}
