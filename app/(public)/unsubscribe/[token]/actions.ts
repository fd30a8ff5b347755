'use server';
import { redirect } from 'next/navigation';
import { unsubscribe } from '@/domain/digests/unsubscribe';

/** Ends or begins again the digest that the token names; the token is the proof. */
export async function set(token: string, active: boolean): Promise<void> {
  await unsubscribe(token, active);
  redirect(`/unsubscribe/${token}`);
}
