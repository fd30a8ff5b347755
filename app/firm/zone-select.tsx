'use client';
import { type ComponentProps, useEffect, useRef } from 'react';
import { useField } from '@/app/forms/action-form';
import { Select } from '@/components/form/select';

/** A choice of time zones that begins with the device's own. */
export function ZoneSelect(props: ComponentProps<typeof Select>) {
  const { error, typed } = useField(props.name);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = select.current && [...select.current.options].some((option) => option.value === own);
    if (!typed && known) select.current!.value = own;
  }, [typed]);
  return <Select {...props} ref={select} key={typed} defaultValue={typed ?? props.defaultValue} error={error} />;
}
