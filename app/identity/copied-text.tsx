import { CopyButton } from '@/components/form/copy-button';

/** A text to be carried over to another page, with a button that copies it. */
export function CopiedText({
  term,
  text,
  labels,
}: {
  term: string;
  text: string;
  labels: { copy: string; copied: string };
}) {
  return (
    <div>
      <p className="text-sm font-medium">{term}</p>
      <div className="mt-1 flex flex-wrap items-center gap-2.5">
        <code className="rounded-md bg-sunken px-2.5 py-1.5 text-sm wrap-anywhere">{text}</code>
        <CopyButton text={text} label={labels.copy} copied={labels.copied} size="sm" />
      </div>
    </div>
  );
}
