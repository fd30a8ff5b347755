'use client';
import { useState } from 'react';
import type { IconName } from '@/components/icon/icon';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-look';

/** Copies a text and says so. Where the browser has no clipboard to offer, the text beside it can be marked by hand. */
export function CopyButton({
  text,
  label,
  copied,
  variant = 'secondary',
  size,
  icon,
}: {
  text: string;
  label: string;
  copied: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
}) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    );
  };
  return (
    <Button variant={variant} size={size} icon={done ? 'check' : icon} onClick={copy} onBlur={() => setDone(false)}>
      <span aria-live="polite">{done ? copied : label}</span>
    </Button>
  );
}
