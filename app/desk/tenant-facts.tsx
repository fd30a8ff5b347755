import { Facts } from '@/components/numbers/facts';
import { Card } from '@/components/shell/card';
import type { TenantAtDesk } from '@/domain/platform/get-tenant';
import type { DeskReader } from './desk-reader';
import { planName } from './plan-name';

/** Who is in a firm, how it counts, and how much of us it uses. */
export function TenantFacts({ reader, tenant, now }: { reader: DeskReader; tenant: TenantAtDesk; now: Date }) {
  const { t, f } = reader;
  const when = (at: Date | null) => (at ? `${f.ago(at, now)} (${f.instant(at)})` : t('desk.never'));
  const members = tenant.members.map((m) => {
    const line = t('desk.tenant.memberLine', { count: f.number(m.count), role: t(`role.${m.role}`) });
    return m.seenAt ? t('desk.tenant.seen', { line, ago: f.ago(m.seenAt, now) }) : t('desk.tenant.unseen', { line });
  });
  return (
    <Card pad="lg">
      <Facts
        columns={2}
        items={[
          { term: t('desk.tenants.plan'), text: planName(reader, tenant.plan) },
          { term: t('desk.tenant.created'), text: f.instant(tenant.createdAt) },
          { term: t('desk.tenant.zone'), text: `${tenant.zone} · ${tenant.currency}` },
          {
            term: t('desk.tenant.members'),
            text: members.length
              ? members.map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))
              : t('desk.none'),
          },
          { term: t('desk.tenant.owners'), text: <span className="wrap-anywhere">{tenant.owners.join(', ')}</span> },
          { term: t('desk.tenant.until'), text: when(tenant.dataUntil) },
          {
            term: t('desk.tenant.usage'),
            text: t('desk.tenant.rows', { rows: f.number(tenant.rows), recent: f.number(tenant.rows30d) }),
          },
          { term: t('desk.tenant.uploads'), text: f.bytes(tenant.uploadBytes) },
          { term: t('desk.tenant.open'), text: f.number(tenant.openRuns) },
          { term: t('desk.tenant.rejects'), text: f.number(tenant.openRejects) },
          { term: t('desk.tenant.failedDigests'), text: f.number(tenant.failedDigests) },
        ]}
      />
    </Card>
  );
}
