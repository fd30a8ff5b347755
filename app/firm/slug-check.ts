'use server';
import { sentenceOf } from '@/domain/sentence';
import { checkWish } from '@/domain/tenants/check-wish';
import { proposeSlug } from '@/domain/tenants/propose-slug';
import { getLocale } from '@/i18n/request';

/** A free short name for a firm of this name. */
export async function suggestSlug(name: unknown): Promise<string> {
  return proposeSlug(typeof name === 'string' ? name.slice(0, 200) : '');
}

/** What is wrong with a short name, in the reader's language, and one that is free; null when it may be used. */
export async function whatIsWrong(slug: unknown): Promise<{ sentence: string; proposal: string } | null> {
  const { refusal, proposal } = await checkWish(typeof slug === 'string' ? slug.slice(0, 200) : '');
  return refusal && { sentence: sentenceOf(refusal, await getLocale()), proposal };
}
