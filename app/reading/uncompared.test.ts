import { expect, it } from 'vitest';
import { formatsFor } from '@/i18n/formats';
import { translatorIn } from '@/i18n/translator';
import { uncompared } from './uncompared';

const reader = { t: translatorIn('en'), f: formatsFor('en', 'Asia/Shanghai') };
const day = '2026-05-01';

it('a value without a change says why', () => {
  const begins = '2026-04-20';
  const short = { day, value: null, begins };
  expect(uncompared(reader, { value: 3, previous: short, begins })).toBe('no comparison: data since Apr 20');
  const before = { day, value: null, begins: null };
  expect(uncompared(reader, { value: 3, previous: before, begins: '2026-05-20' })).toBe(
    'no comparison: data since May 20',
  );
  const chinese = { t: translatorIn('zh-CN'), f: formatsFor('zh-CN', 'Asia/Shanghai') };
  expect(uncompared(chinese, { value: 3, previous: short, begins })).toBe('无法比较：数据始于4月20日');
  expect(uncompared(reader, { value: 3, previous: before, begins })).toBe('no comparison: no value 28 days ago');
});

it('and nothing where there is one, where there is no value either, or nothing was compared', () => {
  const begins = '2026-04-20';
  expect(uncompared(reader, { value: 3, previous: { day, value: 2, begins: null }, begins })).toBeUndefined();
  expect(uncompared(reader, { value: null, previous: { day, value: null, begins: null }, begins })).toBeUndefined();
  expect(uncompared(reader, { value: 3, previous: null, begins })).toBeUndefined();
});
