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
  'weights.set': { en: 'set what the parts of the scores weigh', zh: '设置了得分的权重' },
  'anchors.set': { en: 'set the anchors of a KPI', zh: '设置了指标的计分线' },
  'gate.set': { en: 'set what a stage’s gate asks for', zh: '设置了阶段关口的条件' },
  'pair_weights.set': { en: 'set what the join pairs weigh in', zh: '设置了关联对的权重' },
  'note.added': { en: 'added a note', zh: '添加了备注' },
  'note.removed': { en: 'removed a note', zh: '删除了备注' },
  'digest.subscription_set': { en: 'set who gets which digest', zh: '调整了简报订阅' },
  'tenant.suspended': { en: 'suspended the firm', zh: '暂停了企业服务' },
  'tenant.resumed': { en: 'resumed the firm', zh: '恢复了企业服务' },
  'tenant.ownership_transferred': { en: 'handed the firm over to another owner', zh: '转让了企业所有权' },
  'member.joined': { en: 'joined through the identity provider', zh: '通过身份提供方加入' },
  'member.changed': { en: 'changed a member’s role or limits', zh: '修改了成员的角色或权限范围' },
  'member.removed': { en: 'removed a member', zh: '移除了成员' },
  'member.left': { en: 'left the firm', zh: '退出了企业' },
  'invitation.sent': { en: 'invited somebody', zh: '发出了邀请' },
  'invitation.resent': { en: 'sent an invitation again', zh: '重新发送了邀请' },
  'invitation.revoked': { en: 'took an invitation back', zh: '撤回了邀请' },
  'invitation.accepted': { en: 'accepted an invitation', zh: '接受了邀请' },
  'provider.saved': { en: 'set the firm’s identity provider', zh: '设置了企业的身份提供方' },
  'provider.removed': { en: 'removed the firm’s identity provider', zh: '移除了企业的身份提供方' },
  'domain.added': { en: 'claimed a mail domain', zh: '添加了邮箱域名' },
  'domain.removed': { en: 'gave a mail domain up', zh: '移除了邮箱域名' },
  'domain.mail_requested': { en: 'had a mail sent to prove a domain', zh: '发送了域名验证邮件' },
  'domain.proven': { en: 'proved a mail domain', zh: '验证了邮箱域名' },
  'domain.enforced': { en: 'had a domain sign in through the provider only', zh: '要求该域名只能通过身份提供方登录' },
  'domain.freed': { en: 'let a domain sign in otherwise again', zh: '允许该域名使用其他方式登录' },
  'authenticators.required': {
    en: 'changed whether members need an authenticator',
    zh: '更改了是否要求成员使用验证器',
  },
  'visit.started': { en: 'came as a visitor', zh: '开始以访客身份查看' },
  'visit.ended': { en: 'ended the visit', zh: '结束了访问' },
  'job.retried': { en: 'had a failed job done again', zh: '重试了失败的任务' },
  'job.removed': { en: 'took a job out of its queue', zh: '从队列中移除了任务' },
  'key.revoked': { en: 'revoked an API key', zh: '吊销了 API 密钥' },
  'key.created': { en: 'made an API key', zh: '创建了 API 密钥' },
  'demo.seeded': { en: 'filled the demo', zh: '填充了演示数据' },
};

/** The nouns of facts, for a filter. */
export const factNouns: readonly string[] = [...new Set(Object.keys(facts).map((fact) => fact.split('.')[0]!))].sort();

/** What it was done to, as people call it; empty when the entry does not say. */
export function objectOf(detail: Record<string, unknown>): string {
  for (const name of ['name', 'title', 'email', 'file', 'domain', 'digest', 'job', 'kpi'])
    if (typeof detail[name] === 'string') return detail[name];
  return '';
}
