'use client';
import { type ReactNode, useId, useRef } from 'react';
import type { IconName } from '@/components/icon/icon';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-look';
import { SubmitButton } from './submit-button';

/** Asks before it does what cannot be taken back, in the browser's own dialog (Escape closes, focus returns). */
export function ConfirmButton({
  children,
  title,
  text,
  confirm,
  cancel,
  pending,
  action,
  fields = {},
  variant = 'danger',
  size,
  icon,
}: {
  children: ReactNode;
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  pending: string;
  action: (data: FormData) => Promise<void>;
  fields?: Record<string, string>;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button variant={variant} size={size} icon={icon} onClick={() => dialog.current?.showModal()}>
        {children}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className="m-auto w-[min(28rem,calc(100%-2rem))] rounded-xl border border-line bg-raised p-6 text-ink shadow-md"
      >
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        <p id={`${id}-text`} className="mt-1.5 text-ink-2">
          {text}
        </p>
        <form
          action={async (data) => {
            await action(data);
            dialog.current?.close();
          }}
          className="mt-6 flex flex-wrap justify-end gap-2.5"
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
          <SubmitButton pending={pending} variant={variant === 'danger' ? 'stop' : 'primary'}>
            {confirm}
          </SubmitButton>
        </form>
      </dialog>
    </>
  );
}
