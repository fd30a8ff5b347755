import { afterEach, beforeEach, expect, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { Refusal } from '../errors';
import type { Access } from '../tenants/access';
import { testTenant } from '../test-tenant';
import { type Work, withTenant } from '../work';

/**
 * What the tests of a rule begin with, once a file: a database, for each test a fresh tenant, and the clock given back after it.
 * @param verb sets a version of the rule
 */
export function testRule<Input, Version>(
  verb: (work: Work, input: Input) => Promise<Version>,
  settings: Parameters<typeof testTenant>[0] = {},
) {
  ownDatabase();
  let access: Access;
  beforeEach(async () => {
    access = await testTenant(settings);
  });
  afterEach(() => vi.useRealTimers());

  const run = <T>(of: (work: Work) => Promise<T>, as = access): Promise<T> => withTenant(as, of);
  const set = (input: Input): Promise<Version> => run((work) => verb(work, input));
  return {
    /** The owner's, to the tenant of this test. */
    access: (): Access => access,
    at: (instant: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) }),
    run,
    set,
    refusal: (input: Input): Promise<Refusal> =>
      set(input).then(
        () => expect.unreachable('it was taken'),
        (error) => (error instanceof Refusal ? error : Promise.reject(error)),
      ),
  };
}
