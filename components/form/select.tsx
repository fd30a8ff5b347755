import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from '@/components/icon/icon';
import { describedBy, Field } from './field';
import { inputLook } from './input-look';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
  /** Options that follow one another with the same are shown under it. */
  group?: string;
}

/** The options as they stand, those under one heading together. */
function grouped(options: readonly SelectOption[]): { group?: string; options: SelectOption[] }[] {
  const groups: { group?: string; options: SelectOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}

const choice = (option: SelectOption) => (
  <option key={option.value} value={option.value} disabled={option.disabled} className="bg-surface text-ink">
    {option.label}
  </option>
);

/** The browser's own select: it knows phones, keyboards and readers best. */
export function Select({
  label,
  options,
  hint,
  error,
  optional,
  id,
  ...rest
}: Omit<ComponentProps<'select'>, 'className' | 'children'> & {
  label: string;
  name: string;
  options: SelectOption[];
  hint?: ReactNode;
  error?: string;
  optional?: string;
}) {
  const ownId = useId();
  const field = id ?? ownId;
  return (
    <Field id={field} label={label} hint={hint} error={error} optional={optional}>
      <div className="relative">
        <select
          id={field}
          aria-describedby={describedBy(field, hint, error)}
          aria-invalid={error ? true : undefined}
          className={`${inputLook} appearance-none pr-9`}
          {...rest}
        >
          {grouped(options).map(({ group, options: inside }) =>
            group === undefined ? (
              inside.map(choice)
            ) : (
              <optgroup key={group} label={group} className="bg-surface text-ink-3">
                {inside.map(choice)}
              </optgroup>
            ),
          )}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
        />
      </div>
    </Field>
  );
}
