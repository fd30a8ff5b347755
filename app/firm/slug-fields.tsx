'use client';
import { useEffect, useRef, useState } from 'react';
import { useField } from '@/app/forms/action-form';
import { Button } from '@/components/form/button';
import { TextInput } from '@/components/form/text-input';
import { suggestSlug, whatIsWrong } from './slug-check';

const pauseMs = 350;

/**
 * A firm's name, and its short name in addresses: suggested from the name while it is typed, until somebody writes one of
 * their own. Without scripts it may stay empty and is made from the name.
 */
export function SlugFields({
  texts,
}: {
  texts: { name: string; namePlaceholder: string; slug: string; slugHint: string; use: string };
}) {
  const nameField = useField('name');
  const slugField = useField('slug');
  const [name, setName] = useState(nameField.typed ?? '');
  const [slug, setSlug] = useState(slugField.typed ?? '');
  const [own, setOwn] = useState(Boolean(slugField.typed));
  const [wrong, setWrong] = useState<{ sentence: string; proposal: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const round = useRef(0);
  const nameInput = useRef<HTMLInputElement>(null);

  /** Asks the server after a pause; an answer that comes after a later question is passed over. */
  const ask = <T,>(question: () => Promise<T>, take: (answer: T) => void) => {
    clearTimeout(timer.current);
    const mine = ++round.current;
    timer.current = setTimeout(async () => {
      const answer = await question().catch(() => undefined);
      if (answer !== undefined && mine === round.current) take(answer);
    }, pauseMs);
  };
  const nameTyped = (text: string) => {
    setName(text);
    if (own) return;
    if (text.trim()) ask(() => suggestSlug(text), setSlug);
    else setSlug('');
  };
  const slugTyped = (text: string) => {
    setSlug(text);
    setOwn(text !== '');
    setWrong(null);
    if (text) ask(() => whatIsWrong(text), setWrong);
  };

  // What was typed before this script came counts too.
  const catchUp = useRef(() => {});
  catchUp.current = () => {
    const typed = nameInput.current?.value;
    if (typed && typed !== name) nameTyped(typed);
  };
  useEffect(() => {
    catchUp.current();
    return () => clearTimeout(timer.current);
  }, []);

  return (
    <>
      <TextInput
        ref={nameInput}
        name="name"
        label={texts.name}
        placeholder={texts.namePlaceholder}
        autoComplete="organization"
        maxLength={200}
        required
        value={name}
        onChange={(event) => nameTyped(event.target.value)}
        error={nameField.error}
      />
      <div>
        <TextInput
          name="slug"
          label={texts.slug}
          hint={texts.slugHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          value={slug}
          onChange={(event) => slugTyped(event.target.value)}
          error={wrong?.sentence ?? slugField.error}
        />
        {wrong && (
          <div className="mt-2" aria-live="polite">
            <Button
              size="sm"
              onClick={() => {
                setSlug(wrong.proposal);
                setWrong(null);
              }}
            >
              {texts.use.replace('{proposal}', wrong.proposal)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
