import { pinyin } from 'pinyin-pro';
import { directoryQuery } from '@/db/client';
import { isSlug, longestSlug } from './slug';

/** A name in the letters that a slug has: Chinese by its sound, accents left off, what stands for a firm's legal form too. */
export function slugOf(name: string): string {
  const chinese = /\p{Script=Han}/u.test(name);
  const latin = chinese
    ? pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join(' ')
    : name;
  const words = latin
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    // Room for a number at its end.
    if (longer.length > longestSlug - 5) break;
    slug = longer;
  }
  return slug || (words[0] ?? '').slice(0, longestSlug - 5) || 'firm';
}

/** A free short name for a firm: from its name, or what is closest to the one that was wished for. */
export async function proposeSlug(wish: string): Promise<string> {
  const base = slugOf(wish);
  const rows = await directoryQuery<{ slug: string }>(
    `select slug from directory.tenants where slug = $1 or slug like $1 || '-%'`,
    [base],
  );
  const taken = new Set(rows.map((row) => row.slug));
  const free = (slug: string) => isSlug(slug) && !taken.has(slug);
  if (free(base)) return base;
  for (let n = 2; ; n++) if (free(`${base}-${n}`)) return `${base}-${n}`;
}
