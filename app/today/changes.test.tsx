import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import type { Reader } from '@/app/shell/reader';
import type { Reading } from '@/domain/measurements/reading';
import { translatorIn } from '@/i18n/translator';
import { Changes } from './changes';

it('where nothing can be compared yet, nobody is told that nothing moved', () => {
  const reader = { t: translatorIn('en') } as unknown as Reader;
  const says = (change: number | null) => {
    const view = { changes: [], readings: [{ change } as Reading] };
    return (Changes({ reader, base: '/firm', view }) as ReactElement<{ children: string }>).props.children;
  };
  expect(says(null)).toBe('No value can be compared with that of 28 days ago yet.');
  expect(says(0)).toBe('No KPI has moved in the last 28 days.');
});
