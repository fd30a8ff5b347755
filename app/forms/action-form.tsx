'use client';
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react';
import { Callout } from '@/components/status/callout';
import { emptyState, type FormState } from './form-state';

const Context = createContext<FormState>(emptyState);

/** The form's last answer. */
export const useFormState = (): FormState => useContext(Context);

/** What the form's last answer says about a field: its error, and what was typed into it. */
export function useField(name: string): { error?: string; typed?: string } {
  const state = useContext(Context);
  return { error: state.field === name ? state.message : undefined, typed: state.values?.[name] };
}

/** All that was typed before the form's last answer; undefined before the first. */
export const useTyped = (): Record<string, string> | undefined => useContext(Context).values;

/**
 * A form whose action answers a FormState. Works before the script has come. Fields within are form-*.tsx; an answer that
 * belongs to no field stands above them. Whoever pressed the button is led to what is wrong, however long the form.
 * @param known names of the fields that show their own errors
 */
export function ActionForm({
  action,
  known,
  children,
  className,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  known: string[];
  children: ReactNode;
  className?: string;
}) {
  const [state, submit] = useActionState(action, emptyState);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state.message) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (wrong) wrong.focus();
    else {
      const said = form.current?.querySelector('[id$=-error]') ?? form.current?.firstElementChild;
      said?.scrollIntoView({ block: 'nearest' });
    }
  }, [state]);
  const loose = state.message && !(state.field && known.includes(state.field));
  return (
    <Context value={state}>
      <form ref={form} action={submit} className={className} noValidate>
        {loose && (
          <div className="mb-5">
            <Callout tone={state.ok ? 'good' : 'bad'} title={state.message!} live />
          </div>
        )}
        {children}
      </form>
    </Context>
  );
}
