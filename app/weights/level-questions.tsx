'use client';
import { useState } from 'react';
import { useTyped } from '@/app/forms/action-form';
import { FormSelect } from '@/app/forms/form-select';
import type { Hue } from '@/components/brand/hue';
import { BarList } from '@/components/charts/bar-list';
import type { SelectOption } from '@/components/form/select';
import { StatusBadge } from '@/components/status/status-badge';
import { type Judgement, mostInconsistent, priorities, ratioText, worstContradiction } from '@/kpis/ahp';
import { answerOf, judgementOf, same } from './answer';

export interface Question {
  /** The field's name. */
  name: string;
  a: string;
  b: string;
  label: string;
  options: SelectOption[];
  /** The answer that is in force. */
  answer: string;
}

/** The questions of one level, with what follows from the answers as they are given. */
export function LevelQuestions({
  members,
  questions,
  locale,
  texts,
}: {
  /** A mechanism has its own colour. */
  members: { id: string; name: string; hue: Hue }[];
  questions: Question[];
  locale: string;
  texts: Record<
    'caption' | 'member' | 'weight' | 'ratio' | 'fits' | 'contradicts' | 'least' | 'would' | 'better',
    string
  >;
}) {
  const typed = useTyped();
  const [answers, setAnswers] = useState<Record<string, string>>(() =>
    Object.fromEntries(questions.map(({ name, answer }) => [name, typed?.[name] ?? answer])),
  );
  const judgements = questions.flatMap(({ name, a, b }) => judgementOf(a, b, answers[name] ?? same) ?? []);
  const ids = members.map(({ id }) => id);
  const { weights, ratio } = priorities(ids, judgements);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="max-w-xl space-y-5">
        {questions.map(({ name, label, options, answer }) => (
          <FormSelect
            key={name}
            name={name}
            label={label}
            options={options}
            defaultValue={answer}
            onChange={({ currentTarget }) => setAnswers({ ...answers, [name]: currentTarget.value })}
          />
        ))}
      </div>
      <div className="min-w-0">
        <BarList
          caption={texts.caption}
          captionHidden
          head={[texts.member, texts.weight]}
          max={1}
          rows={members.map(({ id, name, hue }) => ({
            key: id,
            name,
            value: weights[id]!,
            text: share.format(weights[id]!),
            hue,
          }))}
        />
        {members.length > 2 && (
          <div role="status" className="mt-4 border-t border-line pt-3 text-sm">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="text-ink-3">
                {texts.ratio} <span className="num font-medium text-ink">{ratioText(ratio)}</span>
              </span>
              {ratio < mostInconsistent ? (
                <StatusBadge tone="good" label={texts.fits} />
              ) : (
                <StatusBadge tone="bad" label={texts.contradicts} />
              )}
            </p>
            {ratio >= mostInconsistent && (
              <Contradicting ids={ids} judgements={judgements} questions={questions} texts={texts} />
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** Which answer fits the others least, and which would do, or would at least do better. */
function Contradicting({
  ids,
  judgements,
  questions,
  texts,
}: {
  ids: string[];
  judgements: Judgement[];
  questions: Question[];
  texts: Record<'least' | 'would' | 'better', string>;
}) {
  const worst = worstContradiction(ids, judgements);
  const asked =
    worst && questions.find(({ a, b }) => [a, b].every((m) => m === worst.better.more || m === worst.better.less));
  if (!asked) return null;
  const better = asked.options.find(({ value }) => value === answerOf(worst.better, asked.a));
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      <dt className="text-ink-3">{texts.least}</dt>
      <dd>{asked.label}</dd>
      <dt className="text-ink-3">{worst.ratio < mostInconsistent ? texts.would : texts.better}</dt>
      <dd>{better?.label}</dd>
    </dl>
  );
}
