'use server';
import { redirect } from 'next/navigation';
import { requireDesk } from '@/app/access/require-desk';
import { endVisit } from '@/domain/platform/visits';

/** Ends one's visit from a page of the firm, and leads back to the desk. */
export async function endVisitHere(slug: string): Promise<void> {
  const { platform } = await requireDesk();
  await endVisit(platform, slug);
  redirect(`/admin/tenants/${encodeURIComponent(slug)}?done=ended`);
}
