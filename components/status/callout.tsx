import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { type Tone, toneIcon, toneSoft, toneText } from './tone';

/** Something to know before going on: what happened, what is safe, what to do. `live` speaks it when it appears. */
export function Callout({
  tone,
  title,
  children,
  actions,
  live = false,
}: {
  tone: Tone;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={classNames('flex gap-3 rounded-lg px-4 py-3.5', toneSoft[tone])}
    >
      <Icon name={toneIcon[tone]} className={classNames('mt-0.5 size-5', toneText[tone])} />
      <div className="min-w-0 grow">
        <p className="font-semibold text-ink">{title}</p>
        {children && <div className="mt-0.5 max-w-[56em] text-ink-2">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
