import { Icon, type IconName } from '@/components/icon/icon';

/** One of a few, each with a word of explanation: for decisions that deserve room. */
export function ChoiceCards({
  legend,
  name,
  options,
  defaultValue,
}: {
  legend: string;
  name: string;
  options: { value: string; label: string; text?: string; icon?: IconName; disabled?: boolean }[];
  defaultValue?: string;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium text-ink">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-2.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex cursor-pointer gap-3 rounded-lg border border-line-strong bg-surface p-3.5 hover:bg-sunken has-checked:border-brand has-checked:bg-brand-soft has-checked:inset-ring has-checked:inset-ring-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-60"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              className="mt-0.5 size-4.5 shrink-0"
            />
            <span className="min-w-0">
              <span className="flex items-center gap-1.5 font-medium text-ink">
                {option.icon && <Icon name={option.icon} className="text-ink-3" />}
                {option.label}
              </span>
              {option.text && <span className="mt-0.5 block text-sm text-ink-2">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
