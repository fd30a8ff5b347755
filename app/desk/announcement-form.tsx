import { keep } from '@/app/admin/announcements/actions';
import { ActionForm } from '@/app/forms/action-form';
import { FormArea } from '@/app/forms/form-area';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { FormActions } from '@/components/form/form-actions';
import { FormStack } from '@/components/form/form-stack';
import { SubmitButton } from '@/components/form/submit-button';
import { type Announcement, announcementTones } from '@/domain/platform/announcements';
import type { DeskReader } from './desk-reader';
import { fieldOfInstant } from './instant-in';

/** A new announcement, or a change of one. Times are by the clock of the admin's zone. */
export function AnnouncementForm({
  reader: { t, f },
  known,
  now,
}: {
  reader: DeskReader;
  known: Announcement | null;
  now: Date;
}) {
  const { zone } = f;
  const tomorrow = new Date(now.getTime() + 86_400_000);
  return (
    <ActionForm
      key={known?.id ?? 'new'}
      action={keep.bind(null, known?.id ?? null)}
      known={['en', 'zh', 'tone', 'startsAt', 'endsAt']}
    >
      <FormStack>
        <FormArea
          name="en"
          label={t('desk.announcements.en')}
          defaultValue={known?.en}
          rows={2}
          maxLength={400}
          lang="en"
          required
        />
        <FormArea
          name="zh"
          label={t('desk.announcements.zh')}
          defaultValue={known?.zh}
          rows={2}
          maxLength={400}
          lang="zh-CN"
          required
        />
        <FormSelect
          name="tone"
          label={t('desk.announcements.tone')}
          defaultValue={known?.tone ?? 'info'}
          options={announcementTones.map((value) => ({ value, label: t(`desk.announcements.tones.${value}`) }))}
        />
        <FormText
          name="startsAt"
          type="datetime-local"
          label={t('desk.announcements.starts')}
          hint={t('desk.announcements.zone', { zone })}
          defaultValue={fieldOfInstant(known?.startsAt ?? now, zone)}
          required
        />
        <FormText
          name="endsAt"
          type="datetime-local"
          label={t('desk.announcements.ends')}
          hint={t('desk.announcements.zone', { zone })}
          defaultValue={fieldOfInstant(known?.endsAt ?? tomorrow, zone)}
          required
        />
        <FormActions>
          <SubmitButton pending={t('desk.announcements.keeping')}>{t('desk.announcements.keep')}</SubmitButton>
        </FormActions>
      </FormStack>
    </ActionForm>
  );
}
