import { byCase } from './of-channels';
import { record } from './record';

/** One execution of one step of a business process, and who or what did it. */
export const processEvent = record({
  name: 'process_event',
  table: 'process_events',
  title: { en: 'Process event', zh: '流程事件' },
  key: 'feed',
  identity: ['case_id', 'process', 'step', 'started_at'],
  at: ['started_at'],
  channels: byCase,
  fields: {
    case_kind: {
      kind: 'choice',
      choices: ['order', 'shipment', 'ticket', 'other'],
      title: { en: 'Case kind', zh: '案例类型' },
      synonyms: ['案例类型'],
    },
    case_id: {
      kind: 'text',
      required: true,
      title: { en: 'Case', zh: '案例' },
      synonyms: ['case id', 'case', '案例编号', '单据号'],
    },
    process: {
      kind: 'choice',
      required: true,
      choices: [
        'listing',
        'order_handling',
        'fulfilment',
        'customs_docs',
        'tracking',
        'support',
        'returns',
        'reconciliation',
        'tax_filing',
      ],
      title: { en: 'Process', zh: '流程' },
      synonyms: ['流程'],
    },
    step: {
      kind: 'text',
      required: true,
      title: { en: 'Step', zh: '步骤' },
      synonyms: ['activity', 'task', '步骤', '活动'],
    },
    resource_kind: {
      kind: 'choice',
      choices: ['human', 'system', 'rpa', 'ai_agent', 'partner_api', 'unknown'],
      title: { en: 'Resource kind', zh: '执行者类型' },
      synonyms: ['user type', '执行者类型'],
    },
    resource: { kind: 'text', title: { en: 'Resource', zh: '执行者' }, synonyms: ['user', 'resource', '执行者'] },
    department: { kind: 'text', title: { en: 'Department', zh: '部门' }, synonyms: ['team', '部门'] },
    system: { kind: 'text', title: { en: 'System', zh: '系统' }, synonyms: ['application', '系统'] },
    started_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Started at', zh: '开始时间' },
      synonyms: ['start time', 'timestamp', 'time', '开始时间', '时间'],
    },
    ended_at: {
      kind: 'instant',
      title: { en: 'Ended at', zh: '结束时间' },
      synonyms: ['end time', 'complete time', '结束时间'],
    },
  },
  derive(row, context) {
    row.day = context.localDay(row.started_at as Date, context.tenantZone);
    return undefined;
  },
  touches: [{ record: 'process_event', days: 'select c.day from c' }],
  indexes: [['case_id', 'step', 'started_at']],
  spelt: ['case_id'],
});
