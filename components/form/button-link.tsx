import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon/icon';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look';

/** A way to another page that looks like a button, or (`link`) like a line's end with an arrow. `download` leaves the address to the browser. */
export function ButtonLink({
  href,
  variant,
  size,
  icon,
  download = false,
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  download?: boolean;
  children: ReactNode;
}) {
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {variant === 'link' && <Icon name="chevron-right" className="size-4" />}
    </>
  );
  if (download) {
    return (
      <a href={href} download className={buttonLook(variant, size)}>
        {content}
      </a>
    );
  }
  return (
    <a href={href} className={buttonLook(variant, size)}>
      {content}
    </a>
  );
}
