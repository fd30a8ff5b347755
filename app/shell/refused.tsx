import { Callout } from '@/components/status/callout';
import { Refusal } from '@/domain/errors';
import { sentenceOf } from '@/domain/sentence';
import { getLocale } from '@/i18n/request';

/**
 * Why a button did not do what it says, after the page was loaded anew (`?refused=`); nothing for a code we do not know.
 * @param tenant the firm's name, which some sentences say
 */
export async function Refused({ code, tenant = '' }: { code: string | string[] | undefined; tenant?: string }) {
  if (typeof code !== 'string') return null;
  const sentence = sentenceOf(new Refusal(code, 422, { tenant, what: 'other' }), await getLocale());
  if (sentence === `errors.${code}`) return null;
  return (
    <div className="mb-6">
      <Callout tone="bad" title={sentence} live />
    </div>
  );
}
