import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { type Tone, toneIcon, toneText } from './tone';

/** Is the data good? One line before any number: the verdict, then what it rests on. */
export function FreshnessLine({
  label,
  tone,
  summary,
  items = [],
  action,
}: {
  label: string;
  tone: Tone;
  summary: string;
  items?: { text: string; tone?: Tone; href?: string }[];
  action?: { href: string; label: string };
}) {
  return (
    <section
      aria-label={label}
      className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3 md:mb-8"
    >
      <p className={classNames('flex items-center gap-2 font-semibold', toneText[tone])}>
        <Icon name={toneIcon[tone]} className="size-5" />
        {summary}
      </p>
      {items.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
          {items.map((item) => (
            <li key={item.text} className="flex items-center gap-1.5">
              {item.tone && <Icon name={toneIcon[item.tone]} className={classNames('size-4', toneText[item.tone])} />}
              {item.href ? (
                <a
                  href={item.href}
                  className="rounded-xs underline decoration-line-strong underline-offset-3 hover:text-ink"
                >
                  {item.text}
                </a>
              ) : (
                item.text
              )}
            </li>
          ))}
        </ul>
      )}
      {action && (
        <a
          href={action.href}
          className="ml-auto inline-flex items-center gap-1 rounded-xs text-sm font-medium text-brand hover:underline"
        >
          {action.label}
          <Icon name="chevron-right" className="size-4" />
        </a>
      )}
    </section>
  );
}
