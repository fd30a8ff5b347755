import { renderSVG } from 'uqr';
import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { CopyButton } from '@/components/form/copy-button';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import type { Setup } from '@/domain/members/authenticator';
import { getTranslations } from '@/i18n/request';
import { cancel, confirm } from './actions';

/** The secret for the app, as a picture and as text, and the field for its first code. */
export async function SetUp({ setup }: { setup: Setup }) {
  const t = await getTranslations('twoFactor');
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(setup.address, { border: 2 }))}`;
  return (
    <>
      <ol className="mb-6 list-decimal space-y-6 pl-5 marker:font-semibold marker:text-ink-3">
        <li>
          <p>{t('scan')}</p>
          {/* biome-ignore lint/performance/noImgElement: a picture made on this request; there is nothing to optimise */}
          <img src={picture} alt={t('qr')} width={208} height={208} className="mt-3 rounded-lg border border-line" />
          <p className="mt-3 text-sm text-ink-2">{t('typeInstead')}</p>
          <div className="mt-1.5 flex flex-wrap items-center gap-3">
            <code className="rounded-md bg-sunken px-2.5 py-1.5 wrap-anywhere">
              {setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
            <CopyButton text={setup.secret} label={t('copy')} copied={t('copied')} size="sm" />
          </div>
        </li>
        <li>
          <p className="mb-3">{t('enter')}</p>
          <ActionForm action={confirm} known={['code']}>
            <FormStack>
              <FormText
                name="code"
                label={t('firstCode')}
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                required
              />
              <FormActions>
                <SubmitButton pending={t('confirming')}>{t('confirm')}</SubmitButton>
              </FormActions>
            </FormStack>
          </ActionForm>
        </li>
      </ol>
      <form action={cancel}>
        <SubmitButton variant="quiet" size="sm" pending={t('cancel')}>
          {t('cancel')}
        </SubmitButton>
      </form>
    </>
  );
}
