import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, Field } from './field';
import { inputLook } from './input-look';

export function TextInput({
  label,
  hint,
  error,
  optional,
  id,
  ...rest
}: Omit<ComponentProps<'input'>, 'className'> & {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string;
  optional?: string;
}) {
  const ownId = useId();
  const field = id ?? ownId;
  return (
    <Field id={field} label={label} hint={hint} error={error} optional={optional}>
      <input
        id={field}
        type="text"
        aria-describedby={describedBy(field, hint, error)}
        aria-invalid={error ? true : undefined}
        className={inputLook}
        {...rest}
      />
    </Field>
  );
}
