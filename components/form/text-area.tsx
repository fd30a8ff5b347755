import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, Field } from './field';
import { inputLook } from './input-look';

export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'className'> & {
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
      <textarea
        id={field}
        rows={4}
        aria-describedby={describedBy(field, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${inputLook} py-2`}
        {...rest}
      />
    </Field>
  );
}
