import { call } from './call';
import type { Firm } from './firm';
import { type BuiltAction, builtActions } from './surface';
import { addressFor } from './things';

/** Every action with the number by which the build knows it. In development a page is built when it is asked for. */
export async function callableActions(pages: string[], firm: Firm): Promise<Map<string, BuiltAction>> {
  const dev = (await call({ path: '/sign-in' })).text.includes('hmr-client');
  if (dev)
    for (const pattern of pages)
      await call({ path: addressFor(pattern, firm.slug, firm.things), cookie: firm.people.owner });
  return builtActions(dev);
}
