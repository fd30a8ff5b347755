import en from '@/messages/en.json' with { type: 'json' };
import { type Answer, tally } from './call';

/** Why a call was refused, as far as the answer says so. */
export type Refused = 'signed out' | 'not found' | 'forbidden' | 'read only' | 'other';

/** The longest part of a refusal's sentence that holds for everybody. */
const fragment = (code: string): string =>
  (en.errors as Record<string, string>)
    [code]!.replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '\n')
    .split('\n')
    .sort((a, b) => b.length - a.length)[0]!;

const told: [Refused, string][] = [
  ['read only', fragment('read_only_suspended')],
  ['read only', fragment('read_only_leaving')],
  ['forbidden', fragment('forbidden')],
  ['not found', fragment('not_found')],
];

/** How an answer refuses; null: it does not. Pages say it by their status, actions also by a sentence. */
export function refusalOf({ status, text, to }: Answer, sentences = true): Refused | null {
  const found = byStatus(status, to) ?? byError(text) ?? (sentences && !to ? bySentence(text) : null);
  if (found) tally.refusals++;
  return found;
}

function byStatus(status: number, to: string | null): Refused | null {
  if (status === 401 || /^(https?:\/\/[^/]+)?\/sign-in/.test(to ?? '')) return 'signed out';
  // The desk: first an authenticator.
  if (to?.startsWith('/account/two-factor')) return 'forbidden';
  if (status === 404) return 'not found';
  const code = to?.match(/[?&]refused=(\w+)/)?.[1];
  if (code?.startsWith('read_only')) return 'read only';
  if (code) return code === 'forbidden' ? 'forbidden' : code === 'not_found' ? 'not found' : 'other';
  if (status === 403) return 'forbidden';
  return status >= 400 ? 'other' : null;
}

// What the router fetches has begun with 200 by the time a page refuses.
function byError(text: string): Refused | null {
  if (/NEXT_REDIRECT;\w+;\/sign-in/.test(text)) return 'signed out';
  if (/NEXT_REDIRECT;\w+;\/account\/two-factor/.test(text)) return 'forbidden';
  return text.includes('NEXT_HTTP_ERROR_FALLBACK;404') ? 'not found' : null;
}

function bySentence(text: string): Refused | null {
  const known = told.find(([, words]) => text.includes(words))?.[0];
  if (known) return known;
  // The state of a form that was not carried out.
  return /"(message|error)":"/.test(text) && !text.includes('"ok":true') ? 'other' : null;
}
