import { expect, it } from 'vitest';
import type { Reader } from '@/app/shell/reader';
import { formatsFor } from '@/i18n/formats';
import { translatorIn } from '@/i18n/translator';
import { conditionAsks, missesLastYear } from './condition-text';

const readerIn = (locale: 'en' | 'zh-CN') =>
  ({ t: translatorIn(locale), f: formatsFor(locale, 'Asia/Shanghai') }) as unknown as Reader;

it.each([
  [{ kpi: 'E01', atMost: 0.65 }, 'at most 0.65', '不高于 0.65'],
  [{ kpi: 'D03', atLeast: 90 }, 'at least 90.0%', '至少 90.0%'],
  [{ kpi: 'D02', atLeast: 85 }, 'at least 85 of 100', '至少 85 分'],
  [{ kpi: 'C16', atMost: 60 }, 'at most 60 days', '不高于 60 天'],
  [{ kpi: 'E02', atMost: 2500 }, 'at most 2,500', '不高于 2,500'],
  [{ kpi: 'D14', atLeast: 0.6 }, 'at least 0.60', '至少 0.60'],
])('a gate asks for %o in its unit, also of a KPI to come', (condition, en, zh) => {
  expect(conditionAsks(readerIn('en'), condition)).toBe(en);
  expect(conditionAsks(readerIn('zh-CN'), condition)).toBe(zh);
});

it('what is held against last year lacks last year, or itself', () => {
  const condition = { kpi: 'D06', aboveLastYear: true } as const;
  expect(missesLastYear({ condition, state: 'no_data', value: 20 })).toBe(true);
  expect(missesLastYear({ condition, state: 'no_data', value: null })).toBe(false);
  expect(missesLastYear({ condition, state: 'met', value: 20 })).toBe(false);
});
