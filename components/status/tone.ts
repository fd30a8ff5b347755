import type { IconName } from '@/components/icon/icon';

/** Good or bad, not up or down. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

/** Each tone has its own shape, so that it is told without colour. */
export const toneIcon: Record<Tone, IconName> = {
  good: 'good',
  warn: 'warn',
  bad: 'bad',
  info: 'info',
  neutral: 'neutral',
};

export const toneText: Record<Tone, string> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  neutral: 'text-ink-2',
};

export const toneSoft: Record<Tone, string> = {
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  info: 'bg-info-soft',
  neutral: 'bg-sunken',
};

export const toneFill: Record<Tone, string> = {
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
  info: 'bg-info',
  neutral: 'bg-ink-3',
};
