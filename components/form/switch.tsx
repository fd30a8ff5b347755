import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy } from './field';

/** On or off: a checkbox that says it is a switch. */
export function Switch({
  label,
  hint,
  id,
  ...rest
}: Omit<ComponentProps<'input'>, 'className' | 'type' | 'role'> & {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
}) {
  const ownId = useId();
  const field = id ?? ownId;
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={field} className="block text-base leading-7 font-medium text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${field}-hint`} className="text-sm text-ink-3">
            {hint}
          </p>
        )}
      </div>
      <input
        id={field}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own checked state
        role="switch"
        aria-describedby={describedBy(field, hint)}
        className="relative mt-0.5 h-6 w-11 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-[1.125rem] before:rounded-full before:bg-line-strong before:transition-transform checked:border-brand checked:bg-brand checked:before:translate-x-5 checked:before:bg-on-brand focus-visible:rounded-full forced-colors:appearance-auto"
        {...rest}
      />
    </div>
  );
}
