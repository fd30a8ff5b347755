import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy } from './field';

export function Checkbox({
  label,
  hint,
  id,
  ...rest
}: Omit<ComponentProps<'input'>, 'className' | 'type'> & { label: ReactNode; name: string; hint?: ReactNode }) {
  const ownId = useId();
  const field = id ?? ownId;
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={field}
        type="checkbox"
        aria-describedby={describedBy(field, hint)}
        className="mt-0.5 size-5 shrink-0"
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={field} className="text-base text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${field}-hint`} className="text-xs text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
