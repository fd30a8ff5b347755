'use server';
import { redirect } from 'next/navigation';
import { deskAct } from '@/app/access/desk-act';
import { textIn } from '@/app/forms/parse';
import { notFound } from '@/domain/errors';
import { queueNamed } from '@/workers/desk/queue-names';
import { removeJob, retryAll, retryJob } from '@/workers/desk/queues';

/** The queue that a form names. Refusal: `not_found`. */
function queueIn(data: FormData) {
  const queue = queueNamed(textIn(data, 'queue'));
  if (!queue) throw notFound('queue');
  return queue;
}

const pageOf = (data: FormData, more: Record<string, string>): string =>
  `/admin/jobs?${new URLSearchParams({ queue: textIn(data, 'queue'), state: textIn(data, 'state'), ...more })}`;

export async function retry(data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => retryJob(platform, queueIn(data), textIn(data, 'id')));
  redirect(pageOf(data, outcome.done ? { retried: '1' } : { refused: outcome.code }));
}

export async function retryEvery(data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => retryAll(platform, queueIn(data)));
  redirect(pageOf(data, outcome.done ? { retried: String(outcome.result) } : { refused: outcome.code }));
}

export async function remove(data: FormData): Promise<void> {
  const outcome = await deskAct(data, ({ platform }) => removeJob(platform, queueIn(data), textIn(data, 'id')));
  redirect(pageOf(data, outcome.done ? { removed: '1' } : { refused: outcome.code }));
}
