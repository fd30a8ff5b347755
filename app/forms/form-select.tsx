'use client';
import type { ComponentProps } from 'react';
import { Select } from '@/components/form/select';
import { useField } from './action-form';

/** A choice of an ActionForm: shows its error and keeps what was chosen. */
export function FormSelect(props: ComponentProps<typeof Select>) {
  const { error, typed } = useField(props.name);
  return <Select {...props} key={typed} defaultValue={typed ?? props.defaultValue} error={error} />;
}
