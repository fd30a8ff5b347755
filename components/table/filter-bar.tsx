import Form from 'next/form';
import type { ReactNode } from 'react';
import { Button } from '@/components/form/button';
import { ButtonLink } from '@/components/form/button-link';

/** Filters that live in the address. `keep` are the parameters of the page that are not fields here. */
export function FilterBar({
  action,
  label,
  submitLabel,
  reset,
  keep = {},
  children,
}: {
  action: string;
  label: string;
  submitLabel: string;
  reset?: { href: string; label: string };
  keep?: Record<string, string>;
  children: ReactNode;
}) {
  return (
    <Form
      action={action}
      scroll={false}
      aria-label={label}
      className="mb-4 flex flex-wrap items-end gap-3 max-sm:*:grow"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" variant="secondary" icon="filter">
        {submitLabel}
      </Button>
      {reset && (
        <ButtonLink href={reset.href} variant="quiet">
          {reset.label}
        </ButtonLink>
      )}
    </Form>
  );
}
