'use client';
import { useId, useState } from 'react';
import { Icon, type IconName } from '@/components/icon/icon';
import { setCookie } from './set-cookie';
import type { Theme } from './theme-class';

const icons: Record<Theme, IconName> = { light: 'sun', dark: 'moon', system: 'screen' };

/** Light, dark, or as the device says; kept in a cookie, seen at once. */
export function ThemeSwitch({
  cookie,
  value,
  label,
  labels,
}: {
  /** The name of the cookie that keeps it. */
  cookie: string;
  value: Theme;
  label: string;
  labels: Record<Theme, string>;
}) {
  const [theme, setTheme] = useState(value);
  const name = useId();
  const choose = (next: Theme) => {
    setTheme(next);
    setCookie(cookie, next);
    document.documentElement.classList.remove('light', 'dark', 'system');
    document.documentElement.classList.add(next);
  };
  return (
    <fieldset className="flex gap-0.5 rounded-md bg-sunken p-0.5 inset-ring inset-ring-line">
      <legend className="sr-only">{label}</legend>
      {(['light', 'dark', 'system'] as const).map((option) => (
        <label
          key={option}
          title={labels[option]}
          className="flex h-8 min-w-9 grow cursor-pointer items-center justify-center rounded-sm text-ink-3 hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-10"
        >
          <input
            type="radio"
            name={name}
            value={option}
            checked={theme === option}
            onChange={() => choose(option)}
            className="sr-only"
          />
          <Icon name={icons[option]} className="size-4.5" />
          <span className="sr-only">{labels[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
