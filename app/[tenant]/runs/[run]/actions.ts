'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import { replayRun } from '@/domain/ingest/start-run';

/** Reads the open rejects of a run again, with the feed's mapping of today. */
export async function replay(slug: string, id: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => replayRun(work, id));
  redirect(outcome.done ? `/${slug}/runs/${outcome.result.runId}` : `/${slug}/runs/${id}?refused=${outcome.code}`);
}
