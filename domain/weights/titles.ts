import type { Judgement } from '@/kpis/ahp';
import { findKpi } from '@/kpis/catalogue';
import type { Level } from '@/kpis/levels';
import type { Title } from '@/records/record';
import { textOf } from '../sentence';

type Named = Pick<Level, 'mechanism' | 'group'>;

const text = (key: string, params?: (locale: 'zh' | 'en') => Record<string, string | number>): Title => ({
  en: textOf('en', key, params?.('en')),
  zh: textOf('zh-CN', key, params?.('zh')),
});

/** What a level is called: where its members are weighed. */
export function levelTitle({ mechanism, group }: Named): Title {
  if (group) return text(`group.${group}`);
  return text(mechanism ? `mechanism.${mechanism}` : 'weights.index');
}

/** What a member of a level is called. */
export function memberTitle({ mechanism, group }: Named, member: string): Title {
  if (group) return findKpi(member)?.title ?? { en: member, zh: member };
  return text(mechanism ? `group.${member}` : `mechanism.${member}`);
}

/** A judgement as a sentence. */
export function judgementTitle(level: Named, { more, less, times }: Judgement): Title {
  const [a, b] = [memberTitle(level, more), memberTitle(level, less)];
  return text('weights.judgement', (locale) => ({ more: a[locale], less: b[locale], times }));
}
