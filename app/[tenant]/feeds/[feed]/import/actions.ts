'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import { tryRead } from '@/app/access/read';
import { mappingIn } from '@/app/feeds/mapping-in';
import { type PreviewView, previewView } from '@/app/feeds/preview-view';
import { uploadOf } from '@/app/feeds/upload-ticket';
import type { FormState } from '@/app/forms/form-state';
import { readerOf } from '@/app/shell/reader';
import { notFound } from '@/domain/errors';
import { parseMapping, unmappedFields } from '@/domain/ingest/mapping';
import { previewFile } from '@/domain/ingest/preview-file';
import { startRun } from '@/domain/ingest/start-run';
import { findTarget } from '@/domain/ingest/targets';
import { sentenceOf } from '@/domain/sentence';
import { getLocale, getTranslations } from '@/i18n/request';

/** Reads the first rows again with the mapping of the form. */
export async function previewImport(slug: string, id: string, ticket: string, data: FormData): Promise<PreviewView> {
  const { result, refusal } = await tryRead(slug, async (work, entry) => {
    const upload = uploadOf(entry.access, ticket);
    if (!upload) return null;
    return { preview: await previewFile(work, { upload, feedId: id, mapping: mappingIn(data) }), entry };
  });
  if (result) return previewView(await readerOf(result.entry), result.preview);
  const error = refusal ? sentenceOf(refusal, await getLocale()) : (await getTranslations('importPage'))('gone');
  return { error } as PreviewView;
}

/** Starts the run; the mapping is kept with the feed. */
export async function startImport(
  slug: string,
  id: string,
  ticket: string,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const outcome = await act(slug, data, (work, entry) => {
    const upload = uploadOf(entry.access, ticket);
    if (!upload) throw notFound('upload');
    return startRun(work, { feedId: id, upload, mapping: parseMapping(mappingIn(data)) });
  });
  if (!outcome.done) return named(outcome, data);
  redirect(`/${slug}/runs/${outcome.result.runId}`);
}

/** Fields that still lack a column are named as the form names them. */
async function named(outcome: { state: FormState; code: string }, data: FormData): Promise<FormState> {
  if (outcome.code !== 'fields_unmapped') return outcome.state;
  const locale = await getLocale();
  const t = await getTranslations('importPage');
  const mapping = parseMapping(mappingIn(data));
  const { fields } = findTarget(mapping.target)!;
  const titles = unmappedFields(mapping).map((name) => fields[name]!.title[locale === 'en' ? 'en' : 'zh']);
  return { ...outcome.state, message: t('unmapped', { fields: new Intl.ListFormat(locale).format(titles) }) };
}
