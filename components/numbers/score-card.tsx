import type { Hue } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { Card } from '@/components/shell/card';
import { type Tone, toneText } from '@/components/status/tone';
import type { Change } from './change';
import { Delta } from './delta';
import { Figure } from './figure';
import { ScoreBar } from './score-bar';

/** A composite score that hides nothing: its change, its place on the scale, and the facts below it. */
export function ScoreCard({
  title,
  eyebrow,
  href,
  hue,
  score,
  text,
  outOf,
  reason,
  change,
  uncompared,
  marks,
  facts = [],
  as = 'div',
}: {
  title: string;
  eyebrow?: string;
  href?: string;
  hue: Hue;
  score: number | null;
  text: string | null;
  /** After the number, e.g. "/ 100". */
  outOf?: string;
  reason?: string;
  change?: Change;
  /** In words, why there is no change. */
  uncompared?: string;
  marks?: { at: number; label: string }[];
  facts?: { label: string; text: string; tone?: Tone }[];
  as?: 'div' | 'li';
}) {
  return (
    <Card
      as={as}
      hue={hue}
      pad="lg"
      className="group flex flex-col transition-[border-color,box-shadow] has-[a:hover]:border-line-strong has-[a:hover]:shadow-sm"
    >
      {eyebrow && <p className="text-xs text-ink-3">{eyebrow}</p>}
      <p className="flex items-center gap-1 text-base font-semibold text-ink">
        {href ? (
          <a href={href} className="rounded-xs after:absolute after:inset-0 after:rounded-lg">
            {title}
          </a>
        ) : (
          title
        )}
        {href && (
          <Icon name="chevron-right" className="size-4 text-ink-3 transition-transform group-hover:translate-x-0.5" />
        )}
      </p>
      <div className="mt-2 mb-3 flex flex-wrap items-baseline gap-x-3">
        <Figure value={text} unit={outOf} reason={reason} size="xl" />
        {text !== null && change && <Delta change={change} />}
        {text !== null && uncompared && <span className="text-xs text-ink-3">{uncompared}</span>}
      </div>
      <ScoreBar label={title} value={score} text={text} reason={reason} marks={marks} hue={hue} />
      {facts.length > 0 && (
        <dl className="mt-4 space-y-1.5 border-t border-line pt-3.5 text-sm">
          {facts.map((fact) => (
            <div key={fact.label} className="flex items-baseline justify-between gap-4">
              <dt className="shrink-0 text-ink-3">{fact.label}</dt>
              <dd
                className={classNames(
                  'num min-w-0 text-right font-medium',
                  fact.tone ? toneText[fact.tone] : 'text-ink-2',
                )}
              >
                {fact.text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
