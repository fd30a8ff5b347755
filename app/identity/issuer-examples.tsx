import { DataTable } from '@/components/table/data-table';
import { getTranslations } from '@/i18n/request';

const examples = [
  { key: 'entra', name: 'Microsoft Entra ID', issuer: 'https://login.microsoftonline.com/{tenant-id}/v2.0' },
  { key: 'google', name: 'Google Workspace', issuer: 'https://accounts.google.com' },
  { key: 'okta', name: 'Okta', issuer: 'https://{firm}.okta.com' },
  { key: 'feishu', name: '飞书 Feishu', issuer: 'https://anycross.feishu.cn/…' },
] as const;

/** Providers differ in their settings only: what to enter for the known ones. */
export async function IssuerExamples() {
  const t = await getTranslations('identityPage');
  return (
    <DataTable
      caption={t('examples')}
      phone="cards"
      columns={[
        { key: 'name', head: t('provider'), cell: (row) => row.name, rowHead: true },
        {
          key: 'issuer',
          head: t('issuer'),
          cell: (row) => <code className="wrap-anywhere">{row.issuer}</code>,
          wrap: true,
        },
        { key: 'note', head: t('note'), cell: (row) => t(`example.${row.key}`), wrap: true },
      ]}
      rows={[...examples]}
      rowKey={(row) => row.key}
    />
  );
}
