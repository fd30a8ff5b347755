import { useId } from 'react';

/** Any of several, as checkboxes. Each is a field of its own, named `name:value`, so that all that were ticked come back. */
export function CheckList({
  legend,
  name,
  options,
  checked,
  hint,
  error,
}: {
  legend: string;
  name: string;
  options: { value: string; label: string }[];
  checked: readonly string[];
  hint?: string;
  error?: string;
}) {
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={hint || error ? `${id}-says` : undefined}>
      <legend className="mb-1 text-sm font-medium text-ink">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 min-w-0 cursor-pointer items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              name={`${name}:${option.value}`}
              defaultChecked={checked.includes(option.value)}
              className="size-4.5 shrink-0"
            />
            <span className="min-w-0 wrap-anywhere">{option.label}</span>
          </label>
        ))}
      </div>
      {(hint || error) && (
        <p id={`${id}-says`} className={error ? 'mt-1 text-sm text-bad' : 'mt-1 text-xs text-ink-3'}>
          {error ?? hint}
        </p>
      )}
    </fieldset>
  );
}
