'use client';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Icon, type IconName } from '@/components/icon/icon';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';

/** Sends its form. While that is under way it says `pending` and takes no second press. */
export function SubmitButton({
  children,
  pending: pendingText,
  variant = 'primary',
  size,
  icon,
  name,
  value,
  className,
}: {
  children: ReactNode;
  pending: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  name?: string;
  value?: string;
  className?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" name={name} value={value} disabled={pending} className={buttonLook(variant, size, className)}>
      {pending ? <Icon name="retry" className="animate-spin" /> : icon && <Icon name={icon} />}
      <span aria-live="polite">{pending ? pendingText : children}</span>
    </button>
  );
}
