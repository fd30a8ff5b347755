'use client';
import type { ComponentProps } from 'react';
import { ChoiceCards } from '@/components/form/choice-cards';
import { useField } from './action-form';

/** A choice by cards of an ActionForm: keeps what was chosen. */
export function FormChoice(props: ComponentProps<typeof ChoiceCards>) {
  const { typed } = useField(props.name);
  return <ChoiceCards {...props} key={typed} defaultValue={typed ?? props.defaultValue} />;
}
