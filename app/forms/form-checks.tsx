'use client';
import type { ComponentProps } from 'react';
import { CheckList } from '@/components/form/check-list';
import { useFormState } from './action-form';

/** Checkboxes of an ActionForm: show their error and keep what was ticked. */
export function FormChecks({ checked, ...props }: Omit<ComponentProps<typeof CheckList>, 'error'>) {
  const { values, field, message } = useFormState();
  const prefix = `${props.name}:`;
  const typed =
    values &&
    Object.keys(values)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  return (
    <CheckList
      {...props}
      key={typed?.join()}
      checked={typed ?? checked}
      error={field === props.name ? message : undefined}
    />
  );
}
