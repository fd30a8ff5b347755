import Link from 'next/link';
import type { Reader } from '@/app/shell/reader';
import type { AnchorSet } from '@/domain/anchors/anchor-set';

/** Says that a value is scored by the firm's own anchors, since when and by whom; leads to them. Nothing where it is not. */
export function OwnAnchorsLine({ reader, set, href }: { reader: Reader; set: AnchorSet; href: string }) {
  if (!set.own) return null;
  const { t, f } = reader;
  return (
    <p className="mt-3 text-sm">
      <Link
        href={href}
        prefetch={false}
        className="rounded-xs wrap-anywhere text-ink-2 underline underline-offset-3 hover:text-ink"
      >
        {t('anchors.own', { day: f.day(set.startsOn!), by: set.setBy! })}
      </Link>
    </p>
  );
}
