import { classNames } from '@/components/class-names';

interface Part {
  label: string;
  text: string;
  href?: string;
}

function PartOf({ part, strong = false }: { part: Part; strong?: boolean }) {
  return (
    <div className="relative min-w-0 rounded-md px-3 py-2 has-[a:hover]:bg-sunken">
      <p className={classNames('num font-semibold', strong ? 'text-2xl' : 'text-xl')}>{part.text}</p>
      <p className="text-sm text-ink-3">
        {part.href ? (
          <a
            href={part.href}
            className="rounded-xs underline decoration-line-strong underline-offset-3 after:absolute after:inset-0"
          >
            {part.label}
          </a>
        ) : (
          part.label
        )}
      </p>
    </div>
  );
}

/** A value as what it is: some of all, with a way to the rows of each, and to those that were left out and why. */
export function Ratio({
  numerator,
  denominator,
  result,
  left = [],
}: {
  numerator: Part;
  denominator: Part;
  result: Part;
  left?: Part[];
}) {
  return (
    <div className="rounded-lg border border-line bg-surface p-2 md:p-3">
      <div className="flex flex-wrap items-start gap-x-1">
        <PartOf part={numerator} />
        <span aria-hidden="true" className="px-1 py-2 text-xl text-ink-3">
          ÷
        </span>
        <PartOf part={denominator} />
        <span aria-hidden="true" className="px-1 py-2 text-xl text-ink-3">
          =
        </span>
        <PartOf part={result} strong />
      </div>
      {left.length > 0 && (
        <ul className="mx-3 mt-1 flex flex-wrap gap-x-6 gap-y-1 border-t border-line py-2.5 text-sm text-ink-3">
          {left.map((part) => (
            <li key={part.label}>
              {part.href ? (
                <a
                  href={part.href}
                  className="rounded-xs underline decoration-line-strong underline-offset-3 hover:text-ink"
                >
                  {part.label}
                </a>
              ) : (
                part.label
              )}{' '}
              <span className="num font-medium text-ink-2">{part.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
