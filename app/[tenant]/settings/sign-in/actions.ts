'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act, refused } from '@/app/access/act';
import { requireAccess } from '@/app/access/require-access';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import { Refusal } from '@/domain/errors';
import { requireAuthenticators } from '@/domain/identity/authenticators';
import { discover } from '@/domain/identity/discover';
import { addDomain, enforceDomain, removeDomain } from '@/domain/identity/domains';
import { proveByDns, requestDomainMail } from '@/domain/identity/prove-domain';
import { readProvider, removeProvider, saveProvider } from '@/domain/identity/provider';
import { sentenceOf } from '@/domain/sentence';
import { getLocale, getTranslations } from '@/i18n/request';

const here = (slug: string): string => `/${slug}/settings/sign-in`;

/** A form's answer once something was done: a sentence, and the page as it is now. */
async function said(slug: string, key: 'saved' | 'saidProven' | 'added', params: Record<string, string> = {}) {
  revalidatePath(here(slug));
  const t = await getTranslations('identityPage');
  return { ok: true, message: t(key, params as never) } satisfies FormState;
}

/** Keeps the provider's settings. The secret is never given back, not even after an error. */
export async function save(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const role = textIn(data, 'newMemberRole');
  const outcome = await act(slug, data, (work) =>
    saveProvider(work, {
      name: textIn(data, 'name'),
      issuer: textIn(data, 'issuer'),
      clientId: textIn(data, 'clientId'),
      clientSecret: textIn(data, 'clientSecret'),
      newMemberRole: role === 'invited' ? null : role,
    }),
  );
  if (outcome.done) return said(slug, 'saved');
  const { clientSecret: _secret, ...values } = outcome.state.values ?? {};
  return { ...outcome.state, values };
}

/** Reads the provider's discovery document and says what is wrong, if anything is. */
export async function check(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, async (work) => {
    work.require('identity.manage');
    const provider = await readProvider(work);
    if (!provider) throw new Refusal('provider_missing', 409);
    return provider;
  });
  if (!outcome.done) return outcome.state;
  try {
    const { issuer } = await discover(outcome.result.issuer);
    const t = await getTranslations('identityPage');
    return { ok: true, message: t('checked', { issuer }) };
  } catch (error) {
    if (error instanceof Refusal) return { message: sentenceOf(error, await getLocale()) };
    throw error;
  }
}

export async function remove(slug: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, removeProvider);
  redirect(`${here(slug)}?${outcome.done ? 'done=removed' : `refused=${outcome.code}`}`);
}

export async function add(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) => addDomain(work, textIn(data, 'domain')));
  if (!outcome.done) return outcome.state;
  return said(slug, 'added', { domain: outcome.result });
}

/** Looks for the domain's TXT record. */
export async function prove(slug: string, domain: string, _: FormState, data: FormData): Promise<FormState> {
  const { access } = await requireAccess(slug);
  try {
    await proveByDns(access, domain);
  } catch (error) {
    if (error instanceof Refusal) return refused(error, data);
    throw error;
  }
  return said(slug, 'saidProven', { domain });
}

/** Mails the link that proves the domain to one of its well-known mailboxes. */
export async function mail(slug: string, domain: string, _: FormState, data: FormData): Promise<FormState> {
  const outcome = await act(slug, data, (work) => requestDomainMail(work, domain, textIn(data, 'mailbox')));
  if (!outcome.done) return outcome.state;
  const t = await getTranslations('identityPage');
  return { ok: true, message: t('mailed', { email: outcome.result }) };
}

export async function enforce(slug: string, domain: string, on: boolean, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => enforceDomain(work, domain, on));
  redirect(`${here(slug)}?${outcome.done ? `done=${on ? 'enforced' : 'freed'}` : `refused=${outcome.code}`}`);
}

/** Asks everybody for an authenticator, or no more. */
export async function askForCodes(slug: string, on: boolean, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => requireAuthenticators(work, on));
  redirect(`${here(slug)}?${outcome.done ? `done=${on ? 'asked' : 'unasked'}` : `refused=${outcome.code}`}`);
}

export async function forget(slug: string, domain: string, data: FormData): Promise<void> {
  const outcome = await act(slug, data, (work) => removeDomain(work, domain));
  redirect(`${here(slug)}?${outcome.done ? 'done=forgotten' : `refused=${outcome.code}`}`);
}
