/** Numbered flags over the plot; `at` is the share of its width. */
export function NoteFlags({ notes }: { notes: { at: number; text: string }[] }) {
  return notes.map((note, index) => (
    <span
      key={`${note.at}${note.text}`}
      className="pointer-events-none absolute -top-2 bottom-0 border-l border-dashed border-ink-3"
      style={{ left: `${note.at * 100}%` }}
    >
      <span className="absolute -top-1 -left-2 flex size-4 items-center justify-center rounded-full bg-ink-2 text-2xs leading-none font-semibold text-surface">
        {index + 1}
      </span>
    </span>
  ));
}

/** What the flags say, below the chart, where a phone can read it too. */
export function NoteList({ notes }: { notes: { label: string; text: string }[] }) {
  if (notes.length === 0) return null;
  return (
    <ol className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
      {notes.map((note, index) => (
        <li key={`${note.label}${note.text}`} className="flex items-center gap-1.5">
          <span className="num flex size-4 shrink-0 items-center justify-center rounded-full bg-ink-2 text-2xs font-semibold text-surface">
            {index + 1}
          </span>
          <span className="num whitespace-nowrap text-ink-3">{note.label}</span> {note.text}
        </li>
      ))}
    </ol>
  );
}
