import { expect, test } from 'vitest';
import { actionCalls } from '@/e2e/walls/action-calls';
import { pageCalls } from '@/e2e/walls/page-calls';
import { routeCalls } from '@/e2e/walls/route-calls';
import { actions, pages, routes } from '@/e2e/walls/surface';

// What e2e/walls.spec.ts tries is what stands on these lists. Held here, so that one that is missing fails before the site is built.
test.each([
  ['page', pages(), pageCalls],
  ['route handler', routes(), routeCalls],
  ['server action', actions(), actionCalls],
])('every %s of the source is on the list of the walls, and nothing that is gone', (_, found, listed) => {
  expect(Object.keys(listed).sort()).toEqual(found.sort());
  expect(found.length).toBeGreaterThan(15);
});
