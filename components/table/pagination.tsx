import { Icon } from '@/components/icon/icon';

interface Way {
  href: string;
  label: string;
}

const look =
  'inline-flex min-h-9 items-center gap-1 rounded-md border border-line-strong px-3 text-sm font-medium hover:bg-sunken';

/** The pages before and after, by cursor. `text` says where one is ("1–50 of 4,312"). */
export function Pagination({
  label,
  text,
  previous,
  next,
}: {
  label: string;
  text?: string;
  previous?: Way;
  next?: Way;
}) {
  return (
    <nav aria-label={label} className="flex grow flex-wrap items-center justify-between gap-3">
      <p className="num text-sm text-ink-3">{text}</p>
      <div className="flex gap-2">
        {previous && (
          <a href={previous.href} rel="prev" className={look}>
            <Icon name="chevron-left" className="size-4" />
            {previous.label}
          </a>
        )}
        {next && (
          <a href={next.href} rel="next" className={look}>
            {next.label}
            <Icon name="chevron-right" className="size-4" />
          </a>
        )}
      </div>
    </nav>
  );
}
