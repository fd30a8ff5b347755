import type { Title } from '@/records/record';

/**
 * Every fact that the audit log may hold, as a sentence without its subject (who) and object (what, see `objectOf`). A fact in
 * the code that has none here fails a test.
 */
export const facts: Readonly<Record<string, Title>> = {
  'tenant.created': { en: 'founded the firm', zh: '创建了企业' },
  'tenant.changed': { en: 'changed the firm’s settings', zh: '修改了企业设置' },
  'tenant.export_started': { en: 'asked for a copy of all data', zh: '申请导出全部数据' },
  'tenant.exported': { en: 'made a copy of all data', zh: '生成了全部数据的副本' },
  'tenant.export_downloaded': { en: 'downloaded a copy of all data', zh: '下载了全部数据的副本' },
  'tenant.export_failed': { en: 'could not make a copy of all data', zh: '导出全部数据失败' },
  'tenant.export_expired': { en: 'removed a copy of all data that was too old', zh: '清除了过期的数据副本' },
  'tenant.erasure_requested': { en: 'asked for everything to be erased', zh: '申请注销企业并清除全部数据' },
  'tenant.erasure_cancelled': { en: 'called the erasure off', zh: '撤销了注销申请' },
  'audit.retention_changed': { en: 'changed how long this log is kept', zh: '修改了操作日志的保留期限' },
  'audit.entries_forgotten': {
    en: 'removed entries past their time from this log',
    zh: '清除了超过保留期限的操作日志',
  },
  'feed.connected': { en: 'connected a feed', zh: '接入了数据源' },
  'feed.changed': { en: 'changed a feed', zh: '修改了数据源' },
  'feed.archived': { en: 'archived a feed', zh: '归档了数据源' },
  'run.started': { en: 'started a run', zh: '发起了一次导入' },
  'run.finished': { en: 'finished a run', zh: '完成了一次导入' },
  'measurements.recomputed': { en: 'had the KPIs computed again', zh: '重新计算了指标' },
  'milestone.created': { en: 'set a milestone', zh: '设定了里程碑' },
  'milestone.changed': { en: 'changed a milestone', zh: '修改了里程碑' },
  'milestone.archived': { en: 'took a milestone off the road', zh: '归档了里程碑' },
  'milestone.restored': { en: 'put a milestone back on the road', zh: '恢复了里程碑' },
  'milestone.reached': { en: 'saw a milestone reached', zh: '确认里程碑已达成' },
  'milestones.planted': { en: 'planted the first milestones', zh: '建立了初始里程碑' },
  'note.added': { en: 'added a note', zh: '添加了备注' },
  'note.removed': { en: 'removed a note', zh: '删除了备注' },
  'digest.subscription_set': { en: 'set who gets which digest', zh: '调整了简报订阅' },
  'key.created': { en: 'made an API key', zh: '创建了 API 密钥' },
  'demo.seeded': { en: 'filled the demo', zh: '填充了演示数据' },
};

/** The nouns of facts, for a filter. */
export const factNouns: readonly string[] = [...new Set(Object.keys(facts).map((fact) => fact.split('.')[0]!))].sort();

/** What it was done to, as people call it; empty when the entry does not say. */
export function objectOf(detail: Record<string, unknown>): string {
  for (const name of ['name', 'title', 'email', 'file', 'text', 'domain', 'digest', 'kpi'])
    if (typeof detail[name] === 'string') return detail[name];
  return '';
}
