import { beforeAll, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { setRates, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { Rates } from './rates';

const db = ownDatabase();
beforeAll(async () => {
  await setRates(db, [
    ['USD', '2025-01-02', 1],
    ['JPY', '2025-01-02', 157.5],
    ['KWD', '2025-01-02', 0.315],
    ['CNY', '2025-01-02', 1.005],
  ]);
});

const converter = async (currency: string) => {
  const access = await testTenant({ currency });
  const rates = new Rates(currency);
  await withTenant(access, (work) => rates.load(work, ['USD', 'JPY', 'KWD', 'CNY']));
  return (minor: number, from: string, day = '2025-01-02') => rates.convert(minor, from, day);
};

it('rounds half away from zero on the decimal amount, not on its binary neighbour', async () => {
  const toCny = await converter('CNY');
  expect(toCny(100, 'USD')?.minor).toBe(101);
  expect(toCny(-100, 'USD')?.minor).toBe(-101);
});

it('knows currencies of no and of three decimals', async () => {
  expect((await converter('JPY'))(1999, 'USD')?.minor).toBe(3148);
  expect((await converter('USD'))(3150, 'JPY')?.minor).toBe(2000);
  expect((await converter('KWD'))(1000, 'USD')?.minor).toBe(3150);
  expect((await converter('USD'))(3151, 'KWD')?.minor).toBe(1000);
});

it('holds a rate for a week and no longer', async () => {
  const toCny = await converter('CNY');
  expect(toCny(100, 'USD', '2025-01-09')).toMatchObject({ on: '2025-01-02', rate: '1.005000000' });
  expect(toCny(100, 'USD', '2025-01-10')).toBeNull();
});
