'use client';
import type { ComponentProps } from 'react';
import { TextInput } from '@/components/form/text-input';
import { useField } from './action-form';

/** A text field of an ActionForm: shows its error and keeps what was typed. */
export function FormText(props: ComponentProps<typeof TextInput>) {
  const { error, typed } = useField(props.name);
  return <TextInput {...props} key={typed} defaultValue={typed ?? props.defaultValue} error={error} />;
}
