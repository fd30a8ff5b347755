'use client';
import type { ComponentProps } from 'react';
import { Switch } from '@/components/form/switch';
import { useTyped } from './action-form';

/** A switch of an ActionForm: keeps how it stood. */
export function FormSwitch(props: ComponentProps<typeof Switch>) {
  const typed = useTyped();
  const on = typed ? typed[props.name] !== undefined : Boolean(props.defaultChecked);
  return <Switch {...props} key={String(on)} defaultChecked={on} />;
}
