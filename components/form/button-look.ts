import { classNames } from '@/components/class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'stop' | 'link';
export type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft',
  stop: 'bg-bad text-surface hover:opacity-90',
  link: 'text-brand hover:underline',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-8 px-2.5 text-sm',
  md: 'min-h-10 px-4 text-base max-md:min-h-11',
};

/** How every button looks, and every link that looks like one. */
export function buttonLook(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md', className?: string): string {
  return classNames(
    'inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60',
    variants[variant],
    variant === 'link' ? 'min-h-8 rounded-xs text-left text-sm max-md:whitespace-normal' : sizes[size],
    className,
  );
}
