import { getLocale } from 'next-intl/server';
import { Callout } from '@/components/status/callout';
import { Refusal } from '@/domain/errors';
import { sentenceOf } from '@/domain/sentence';

/** Why a button did not do what it says, after the page was loaded anew (`?refused=`); nothing for a code we do not know. */
export async function Refused({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== 'string') return null;
  const sentence = sentenceOf(new Refusal(code), await getLocale());
  if (sentence === `errors.${code}`) return null;
  return (
    <div className="mb-6">
      <Callout tone="bad" title={sentence} live />
    </div>
  );
}
