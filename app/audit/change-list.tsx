import type { Reader } from '@/app/shell/reader';
import { changesBetween } from '@/domain/audit/changes';
import { fieldName } from './field-name';

/** What was and what is, field by field. A field that people know has its name; others stand as they are called inside. */
export function ChangeList({ reader, before, after }: { reader: Reader; before: unknown; after: unknown }) {
  const { t } = reader;
  const changes = changesBetween(before, after);
  if (!changes.length) return null;
  return (
    <ul className="space-y-2" aria-label={t('auditPage.changes')}>
      {changes.map((change) => (
        <li key={change.field} className="text-sm">
          <span className="text-ink-3">{fieldName(reader, change.field)}</span>
          <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 gap-y-1">
            {change.before !== undefined && (
              <del className="wrap-anywhere rounded-xs bg-bad-soft px-1.5 no-underline">
                <span className="sr-only">{t('auditPage.was')} </span>
                {change.before}
              </del>
            )}
            {change.before !== undefined && change.after !== undefined && <span aria-hidden="true">→</span>}
            {change.after !== undefined && (
              <ins className="wrap-anywhere rounded-xs bg-good-soft px-1.5 no-underline">
                <span className="sr-only">{t('auditPage.is')} </span>
                {change.after}
              </ins>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
