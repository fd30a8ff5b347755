'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import { tryRead } from '@/app/access/read';
import { mappingIn } from '@/app/feeds/mapping-in';
import { type PreviewView, previewView } from '@/app/feeds/preview-view';
import { rejectPreview } from '@/app/feeds/reject-preview';
import type { FormState } from '@/app/forms/form-state';
import { readerOf } from '@/app/shell/reader';
import { changeFeed } from '@/domain/feeds/change-feed';
import { getFeed } from '@/domain/feeds/read-feeds';
import { listRejects } from '@/domain/ingest/list-rejects';
import { parseMapping } from '@/domain/ingest/mapping';
import { getRun } from '@/domain/ingest/read-runs';
import { replayRun } from '@/domain/ingest/start-run';
import { suggestColumns } from '@/domain/ingest/suggest-mapping';
import { findTarget } from '@/domain/ingest/targets';
import { sentenceOf } from '@/domain/sentence';
import { getLocale } from '@/i18n/request';

const shownRows = 20;

/** Reads rows that were kept aside with the mapping of the form. */
export async function previewFix(slug: string, id: string, runId: string | null, data: FormData): Promise<PreviewView> {
  const { result, refusal } = await tryRead(slug, async (work, entry) => {
    await getFeed(work, id);
    const rejects = runId ? (await listRejects(work, { runId, limit: shownRows, status: 'open' })).data : [];
    const given = mappingIn(data);
    const header = [...new Set(rejects.flatMap((reject) => Object.keys(reject.raw)))];
    const target = findTarget(given.target ?? '');
    const columns = given.columns ?? (target ? suggestColumns(target, header).columns : {});
    return { preview: await rejectPreview(work, parseMapping({ ...given, columns }), rejects), entry };
  });
  if (result) return previewView(await readerOf(result.entry), result.preview);
  return { error: sentenceOf(refusal, await getLocale()) } as PreviewView;
}

/** Saves the mapping; with a run, its open rejects are read again with it, in the same transaction. */
export async function saveFix(
  slug: string,
  id: string,
  runId: string | null,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const outcome = await act(slug, data, async (work) => {
    await changeFeed(work, id, { mapping: parseMapping(mappingIn(data)) });
    const open = runId ? (await getRun(work, runId)).openRejects : 0;
    return open > 0 ? replayRun(work, runId!) : null;
  });
  if (!outcome.done) return outcome.state;
  redirect(outcome.result ? `/${slug}/runs/${outcome.result.runId}` : `/${slug}/feeds/${id}?saved=1`);
}
