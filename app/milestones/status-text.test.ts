import { expect, it } from 'vitest';
import type { Reader } from '@/app/shell/reader';
import type { Milestone } from '@/domain/milestones/list-milestones';
import { formatsFor } from '@/i18n/formats';
import { translatorIn } from '@/i18n/translator';
import { forecastText } from './forecast-text';
import { statusText } from './status-text';

const reader = {
  t: translatorIn('en'),
  f: formatsFor('en', 'Asia/Shanghai'),
} as unknown as Reader;
const milestone = (given: Partial<Milestone>) => ({ reachedOn: null, forecast: null, ...given }) as Milestone;

it('a status rests on the trend only where there is one', () => {
  const forecast = { on: '2026-05-01', from: '2026-04-01', to: '2026-06-01' };
  const trended = milestone({ status: 'on_track', forecast });
  expect(statusText(reader, trended)).toBe('On the present trend the target is met in time.');
  const straight = milestone({ status: 'on_track' });
  expect(statusText(reader, straight)).toContain('There is no trend yet.');
  expect(forecastText(reader, straight)).toBe('Too little history; on the straight way to the target');
  expect(forecastText(reader, milestone({ status: 'at_risk' }))).toContain('behind the straight way');
  expect(forecastText(reader, milestone({ status: 'no_data' }))).toBe('Too little history for a forecast');
});
