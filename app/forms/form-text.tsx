'use client';
import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { TextInput } from '@/components/form/text-input';
import { useField, useFormState } from './action-form';

type Props = ComponentProps<typeof TextInput>;

/** A text field of an ActionForm: shows its error and keeps what was typed. */
export function FormText(props: Props) {
  const { error, typed } = useField(props.name);
  if (props.type === 'password') return <FormPassword {...props} error={error} />;
  return <TextInput {...props} key={typed} defaultValue={typed ?? props.defaultValue} error={error} />;
}

/** A password is never sent back, and a form is emptied after each answer: after a refusal it is put back where it was typed. */
function FormPassword(props: Props) {
  const state = useFormState();
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  useLayoutEffect(() => {
    if (state.message && !state.ok && input.current) input.current.value = typed.current;
  }, [state]);
  return (
    <TextInput
      {...props}
      ref={input}
      onChange={(event) => {
        typed.current = event.currentTarget.value;
      }}
    />
  );
}
