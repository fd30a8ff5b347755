import type { ComponentProps } from 'react';
import { Icon, type IconName } from '@/components/icon/icon';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';

export function Button({
  variant,
  size,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName }) {
  return (
    <button type={type} className={buttonLook(variant, size, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
