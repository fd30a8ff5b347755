import { buttonLook } from '@/components/form/button-look';
import { CopyButton } from '@/components/form/copy-button';
import { SubmitButton } from '@/components/form/submit-button';
import { Icon } from '@/components/icon/icon';
import { Callout } from '@/components/status/callout';
import { getTranslations } from '@/i18n/request';
import { kept } from './actions';

/** Recovery codes, the one time that they are shown. */
export async function NewCodes({ codes, email }: { codes: string[]; email: string }) {
  const t = await getTranslations('twoFactor');
  const text = `${t('file', { email })}\n\n${codes.join('\n')}\n`;
  return (
    <>
      <Callout tone="warn" title={t('shownOnce')}>
        <p>{t('shownOnceText')}</p>
      </Callout>
      <ul aria-label={t('codes')} className="my-6 grid grid-cols-2 gap-x-6 gap-y-2 rounded-lg bg-sunken p-4">
        {codes.map((code) => (
          <li key={code}>
            <code className="text-base">{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2.5">
        <CopyButton text={text} label={t('copy')} copied={t('copied')} />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="fairway-recovery-codes.txt"
          className={buttonLook('secondary')}
        >
          <Icon name="download" />
          {t('download')}
        </a>
      </div>
      <form action={kept} className="mt-6">
        <SubmitButton pending={t('kept')}>{t('kept')}</SubmitButton>
      </form>
    </>
  );
}
