import type { Reader } from '@/app/shell/reader';
import type { AuditEntry } from '@/domain/audit/list-entries';

/** Who did it, in the reader's words: a person by address, a key by name, a job as what it is. */
export function whoText({ t }: Reader, actor: AuditEntry['actor']): string {
  if (actor.kind === 'key') return t('auditPage.byKey', { name: actor.name ?? actor.id });
  if (actor.kind === 'job')
    return actor.id === 'operator' ? t('auditPage.byOperator') : t('auditPage.byJob', { name: actor.id });
  return actor.name ?? t('auditPage.somebody');
}

/** The same for an actor as filters name it. */
export function actorText(reader: Reader, { actor, name }: { actor: string; name: string | null }): string {
  const [kind = '', ...id] = actor.split(':');
  return whoText(reader, { kind, id: id.join(':'), name });
}
