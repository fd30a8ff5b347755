import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { StatusBadge } from './status-badge';
import { type Tone, toneFill } from './tone';

export interface AttentionItem {
  key: string;
  tone: Tone;
  toneLabel: string;
  title: string;
  text?: string;
  /** Short facts: the change, the baseline, the owner. */
  meta?: string[];
  href: string;
  action: string;
}

/** What needs a person, worst first, each with one thing to do. */
export function AttentionList({ label, items, empty }: { label: string; items: AttentionItem[]; empty: string }) {
  if (items.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-lg border border-line bg-surface px-4 py-3.5 text-ink-2">
        <Icon name="good" className="size-5 text-good" />
        {empty}
      </p>
    );
  }
  return (
    <ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {items.map((item) => (
        <li key={item.key} className="relative flex flex-wrap items-center gap-x-5 gap-y-2.5 py-3.5 pr-4 pl-5">
          <span aria-hidden="true" className={classNames('absolute inset-y-0 left-0 w-1', toneFill[item.tone])} />
          <div className="min-w-0 grow basis-72">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <StatusBadge tone={item.tone} label={item.toneLabel} />
              <p className="font-medium text-ink">{item.title}</p>
            </div>
            {item.text && <p className="mt-1 max-w-[60em] text-ink-2">{item.text}</p>}
            {item.meta && item.meta.length > 0 && (
              <ul className="num mt-1 flex flex-wrap gap-x-4 text-sm text-ink-3">
                {item.meta.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            )}
          </div>
          <a
            href={item.href}
            className="inline-flex min-h-9 items-center gap-1 rounded-md border border-line-strong px-3 font-medium text-ink hover:bg-sunken"
          >
            {item.action}
            <span className="sr-only">: {item.title}</span>
            <Icon name="chevron-right" className="size-4 text-ink-3" />
          </a>
        </li>
      ))}
    </ul>
  );
}
