'use client';
import { useRouter } from 'next/navigation';
import { type DragEvent, useId, useRef, useState } from 'react';
import { classNames } from '@/components/class-names';
import { Icon } from '@/components/icon/icon';
import { ProgressBar } from '@/components/status/progress-bar';
import { fileSize } from '@/lib/file-size';
import { Button } from './button';
import { sendFile } from './send-file';

export interface FileDropLabels {
  /** "Drop a file here", "or", "Choose a file". */
  drop: string;
  or: string;
  choose: string;
  /** What may come: kinds, sizes. */
  hint: string;
  /** The following may name `{name}`, `{size}`, `{percent}`, `{max}`. */
  sending: string;
  sent: string;
  failed: string;
  tooLarge: string;
}

type Phase =
  | { step: 'idle' }
  | { step: 'sending'; share: number }
  | { step: 'sent' }
  | { step: 'failed'; message: string };

/** Takes one file, by drop or by choice, sends it to `url` at once and goes where the answer's `href` leads (or `next`). */
export function FileDrop({
  url,
  accept,
  maxBytes,
  locale,
  labels,
  next,
}: {
  url: string;
  accept?: string;
  maxBytes?: number;
  locale: string;
  labels: FileDropLabels;
  next?: string;
}) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [phase, setPhase] = useState<Phase>({ step: 'idle' });
  const busy = phase.step === 'sending';

  const fill = (text: string, of: File, share = 0) =>
    text
      .replace('{name}', of.name)
      .replace('{size}', fileSize(of.size, locale))
      .replace('{max}', fileSize(maxBytes ?? 0, locale))
      .replace('{percent}', new Intl.NumberFormat(locale, { style: 'percent' }).format(share));

  const take = async (chosen: File | undefined) => {
    if (!chosen || busy) return;
    setFile(chosen);
    if (maxBytes && chosen.size > maxBytes) return setPhase({ step: 'failed', message: fill(labels.tooLarge, chosen) });
    setPhase({ step: 'sending', share: 0 });
    try {
      const answer = await sendFile(url, chosen, (share) => setPhase({ step: 'sending', share }));
      if (answer.status >= 400)
        return setPhase({ step: 'failed', message: answer.message ?? fill(labels.failed, chosen) });
      setPhase({ step: 'sent' });
      const href = answer.href ?? next;
      if (href) router.push(href);
      else router.refresh();
    } catch {
      setPhase({ step: 'failed', message: fill(labels.failed, chosen) });
    }
  };

  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        void take(event.dataTransfer.files[0]);
      }}
      className={classNames(
        'rounded-lg border-2 border-dashed px-5 py-8 text-center transition-colors',
        over ? 'border-brand bg-brand-soft' : 'border-line-strong bg-surface',
      )}
    >
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <span className="flex justify-center">
        <Icon name="upload" className="size-8 text-brand" />
      </span>
      <p className="mt-2 font-medium text-ink max-md:hidden">{labels.drop}</p>
      <p className="my-1.5 text-sm text-ink-3 max-md:hidden">{labels.or}</p>
      <Button
        variant="primary"
        disabled={busy}
        aria-describedby={`${id}-hint`}
        onClick={() => input.current?.click()}
        className="max-md:mt-3"
      >
        {labels.choose}
      </Button>
      <p id={`${id}-hint`} className="mx-auto mt-3 max-w-md text-xs text-ink-3">
        {labels.hint}
      </p>
      {file && phase.step === 'sending' && (
        <div className="mx-auto mt-5 max-w-md text-left">
          <ProgressBar
            label={fill(labels.sending, file, phase.share)}
            value={phase.share}
            text={fill('{percent}', file, phase.share)}
          />
        </div>
      )}
      <p
        aria-live="polite"
        className={classNames('text-sm', (phase.step === 'sent' || phase.step === 'failed') && 'mt-4')}
      >
        {file && phase.step === 'sent' && (
          <span className="inline-flex items-center gap-1.5 text-good">
            <Icon name="good" className="size-4" />
            {fill(labels.sent, file, 1)}
          </span>
        )}
        {phase.step === 'failed' && (
          <span className="inline-flex items-start gap-1.5 text-left text-bad">
            <Icon name="bad" className="mt-0.5 size-4" />
            {phase.message}
          </span>
        )}
      </p>
    </div>
  );
}
