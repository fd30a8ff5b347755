'use client';
import { startTransition, useActionState, useRef, useState, useTransition } from 'react';
import { emptyState, type FormState } from '@/app/forms/form-state';
import { Button } from '@/components/form/button';
import { FormActions } from '@/components/form/form-actions';
import { Select } from '@/components/form/select';
import { Callout } from '@/components/status/callout';
import { MappingFields } from './mapping-fields';
import { MappingFormats } from './mapping-formats';
import type { MappingTexts } from './mapping-texts';
import { PreviewTable } from './preview-table';
import type { PreviewView } from './preview-view';

const typingPauseMs = 500;

/**
 * Which column is what, with the first rows as they will be read. Each choice reads them anew; typing does so after a
 * pause. The last answer wins: an earlier one that comes late is dropped.
 */
export function MappingForm({
  initial,
  preview,
  submit,
  submitLabel,
  submitPending,
  texts,
}: {
  initial: PreviewView;
  preview: (data: FormData) => Promise<PreviewView>;
  submit: (state: FormState, data: FormData) => Promise<FormState>;
  submitLabel: string;
  submitPending: string;
  texts: MappingTexts;
}) {
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [view, setView] = useState(initial);
  const [reading, startReading] = useTransition();
  const [answer, send, sending] = useActionState(submit, emptyState);

  // An answer holds until something is changed.
  const [changed, setChanged] = useState(false);

  const readAnew = () => {
    const number = ++asked.current;
    const data = new FormData(form.current!);
    startReading(async () => {
      const next = await preview(data);
      if (number === asked.current)
        setView((now) => (next.error ? { ...now, error: next.error } : { ...next, suggested: now.suggested }));
    });
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(readAnew, typingPauseMs);
  };

  return (
    <form
      ref={form}
      onChange={(event) => {
        setChanged(true);
        if (event.target instanceof HTMLSelectElement) readAnew();
        else later();
      }}
      onSubmit={(event) => {
        // Sent by hand: React would empty the form after its action, and all that was chosen with it.
        event.preventDefault();
        clearTimeout(timer.current);
        setChanged(false);
        const data = new FormData(event.currentTarget);
        startTransition(() => send(data));
      }}
      className="space-y-6"
    >
      <input type="hidden" name="targetWas" value={view.target} />
      {answer.message && !changed && <Callout tone="bad" title={answer.message} live />}
      {view.error && <Callout tone="bad" title={view.error} live />}
      <div className="grid gap-6 xl:grid-cols-[26rem_minmax(0,1fr)]">
        <div className="min-w-0 space-y-5">
          <div className="rounded-lg border border-line bg-surface p-5">
            <Select
              key={view.target}
              name="target"
              label={texts.target}
              options={view.targets}
              defaultValue={view.target}
            />
            <div className="mt-5">
              <MappingFields key={view.target} view={view} texts={texts} />
            </div>
          </div>
          <MappingFormats view={view} texts={texts} />
        </div>
        <div className="min-w-0 space-y-4">
          {view.brings && <Callout tone="info" title={view.brings} />}
          {view.unmapped && <Callout tone="warn" title={view.unmapped} />}
          {view.warnings.map((warning) => (
            <Callout key={warning} tone="warn" title={warning} />
          ))}
          <PreviewTable view={view} texts={texts} busy={reading} />
          <FormActions>
            <Button type="submit" variant="primary" icon="check" disabled={sending}>
              {sending ? submitPending : submitLabel}
            </Button>
            <Button variant="quiet" icon="retry" onClick={readAnew} disabled={reading}>
              {texts.update}
            </Button>
          </FormActions>
        </div>
      </div>
    </form>
  );
}
