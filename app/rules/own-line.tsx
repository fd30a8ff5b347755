import type { Reader } from '@/app/shell/reader';
import type { RuleVersion } from '@/domain/rules/rule-version';

/** Says that the firm's own are in force in place of a default, since when and by whom; leads to them. Nothing where the default holds. */
export function OwnLine({
  reader,
  set,
  says,
  href,
}: {
  reader: Reader;
  set: RuleVersion & { own: unknown };
  says: 'anchors.own' | 'pairsPage.inForce';
  href: string;
}) {
  if (!set.own) return null;
  const { t, f } = reader;
  return (
    <p className="mt-3 text-sm">
      <a href={href} className="rounded-xs wrap-anywhere text-ink-2 underline underline-offset-3 hover:text-ink">
        {t(says, { day: f.day(set.startsOn!), by: set.setBy! })}
      </a>
    </p>
  );
}
