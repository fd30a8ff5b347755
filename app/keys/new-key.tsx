'use client';
import { useFormState } from '@/app/forms/action-form';
import { CopyButton } from '@/components/form/copy-button';
import { Callout } from '@/components/status/callout';

/** The key that the form around it has just made, the one time that it is shown. */
export function NewKey({ texts }: { texts: { title: string; text: string; copy: string; copied: string } }) {
  const { secret } = useFormState();
  if (!secret) return null;
  return (
    <Callout tone="warn" title={texts.title} live>
      <p>{texts.text}</p>
      <p className="mt-3 flex flex-wrap items-center gap-2.5">
        <code className="min-w-0 rounded-md bg-sunken px-2.5 py-1.5 text-sm break-all">{secret}</code>
        <CopyButton text={secret} label={texts.copy} copied={texts.copied} size="sm" />
      </p>
    </Callout>
  );
}
