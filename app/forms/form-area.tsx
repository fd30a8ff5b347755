'use client';
import type { ComponentProps } from 'react';
import { TextArea } from '@/components/form/text-area';
import { useField } from './action-form';

/** A longer text of an ActionForm: shows its error and keeps what was typed. */
export function FormArea(props: ComponentProps<typeof TextArea>) {
  const { error, typed } = useField(props.name);
  return <TextArea {...props} key={typed} defaultValue={typed ?? props.defaultValue} error={error} />;
}
