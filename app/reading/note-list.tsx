import type { Reader } from '@/app/shell/reader';
import { ConfirmButton } from '@/components/form/confirm-button';
import type { Note } from '@/domain/notes/list-notes';
import { removeFromChart } from './actions';

/** The chart's notes in words, each with the way to take it off. */
export function NoteList({
  reader,
  notes,
  slug,
  back,
  mayNote,
}: {
  reader: Reader;
  notes: Note[];
  slug: string;
  /** The address to come back to. */
  back: string;
  mayNote: boolean;
}) {
  const { t, f } = reader;
  return (
    <details className="open:grow">
      <summary className="inline-flex min-h-9 items-center rounded-xs text-sm font-medium text-brand">
        {t('kpiPage.notesCount', { count: notes.length })}
      </summary>
      <ul className="mt-2 divide-y divide-line text-sm">
        {notes.map((note) => (
          <li key={note.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <span className="min-w-0 wrap-anywhere">
              <span className="num mr-3 text-ink-3">{f.day(note.day)}</span>
              {note.text}
            </span>
            {mayNote && (
              <ConfirmButton
                size="sm"
                variant="quiet"
                icon="close"
                title={t('kpiPage.removeNote')}
                text={t('kpiPage.removeNoteText', { text: note.text })}
                confirm={t('kpiPage.removeNote')}
                cancel={t('form.cancel')}
                pending={t('kpiPage.removingNote')}
                action={removeFromChart.bind(null, slug, back)}
                fields={{ note: note.id }}
              >
                {t('kpiPage.removeNote')}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
