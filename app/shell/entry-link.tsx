/** A line under a form of an entry page: a question and the way. */
export function EntryLink({ text, href, label }: { text?: string; href: string; label: string }) {
  return (
    <p className="mt-3 text-sm text-ink-2">
      {text && <>{text} </>}
      <a href={href} className="rounded-xs font-medium text-brand underline underline-offset-2">
        {label}
      </a>
    </p>
  );
}
