'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { setCookie } from './set-cookie';

/** The reader's language, kept in a cookie and by `keep`; each language is written in itself. */
export function LanguageSwitch({
  cookie,
  value,
  label,
  options,
  keep,
}: {
  /** The name of the cookie that keeps it. */
  cookie: string;
  value: string;
  label: string;
  options: { value: string; label: string; short?: string }[];
  keep: (value: string) => Promise<void>;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const choose = (next: string) => {
    setCookie(cookie, next);
    start(async () => {
      await keep(next);
      router.refresh();
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a second frame to two buttons
    <div
      role="group"
      aria-label={label}
      aria-busy={pending}
      className="flex gap-0.5 rounded-md bg-sunken p-0.5 inset-ring inset-ring-line"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.value}
          aria-pressed={option.value === value}
          aria-label={option.short && option.short !== option.label ? `${option.short} ${option.label}` : undefined}
          title={option.label}
          onClick={() => option.value !== value && choose(option.value)}
          className="h-8 min-w-9 grow rounded-sm px-2.5 text-sm text-ink-3 hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-sm max-md:h-10"
        >
          {option.short ?? option.label}
        </button>
      ))}
    </div>
  );
}
