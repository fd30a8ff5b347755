import type { ReactNode } from 'react';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { type Tone, toneIcon, toneSoft, toneText } from './tone';

/** A line over the whole width of a page, for what concerns everything on it. `label` names it for readers. */
export function Banner({
  tone,
  label,
  children,
  actions,
}: {
  tone: Tone;
  label: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section aria-label={label} className={classNames('border-b border-line print:hidden', toneSoft[tone])}>
      <div className="mx-auto flex max-w-[80rem] flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2 text-sm text-ink md:px-8">
        <div className="flex min-w-0 flex-1 basis-60 items-start gap-2">
          <Icon name={toneIcon[tone]} className={classNames('mt-px size-4.5', toneText[tone])} />
          <div className="min-w-0 wrap-anywhere">{children}</div>
        </div>
        {actions}
      </div>
    </section>
  );
}
