'use server';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { numberIn } from '@/app/forms/parse';
import { setSubscription } from '@/domain/digests/subscriptions';

/** Sets whether and when one gets a digest. */
export async function subscribe(slug: string, digest: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    setSubscription(work, { digest, hour: numberIn(data, 'hour'), active: data.get('active') === 'on' }),
  );
  if (!outcome.done) return outcome.state;
  redirect(`/${slug}/digests?saved=${digest}`);
}
