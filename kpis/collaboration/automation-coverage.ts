import { type Group, kpi } from '../kpi';
import { shareOf } from '../measures/figures';
import { ratio } from '../measures/ratio';

export const automationCoverage = kpi({
  code: 'C01',
  id: 'automation-coverage',
  mechanism: 'collaboration',
  group: 'automation',
  title: { en: 'Automation coverage', zh: '流程自动化覆盖率' },
  question: { en: 'How much of the daily work runs without a hand?', zh: '日常流程有多少无需人工？' },
  formula: {
    en: 'Steps done by a system, robot, AI agent or partner interface ÷ all steps of the nine reference processes, over 28 days. Unknown counts as manual. Repeats of a step in the same case within 5 minutes count once.',
    zh: '近 28 天九个参考流程中，由系统、RPA、AI 代理或伙伴接口完成的步骤 ÷ 全部步骤。执行者未知按人工计；同一流程实例同一步骤 5 分钟内的重试只计一次。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 20, pass: 60, target: 90 },
  basis: 'P',
  benchmark: {
    en: 'The definition follows process mining (share of an activity’s events by system users); the anchors are our own.',
    zh: '定义沿用流程挖掘（系统用户事件占比）；目标值为我们的默认值。',
  },
  windows: ['28d', 'month'],
  follows: ['process_event'],
  needs: ['process_event'],
  // An event just after midnight may be a retry of one before it.
  spillDays: 1,
  latenessDays: 3,
  dims: ['process', 'step', 'resource_kind', 'department'],
  facts: `
    select e.day, 'process_event' as record, e.feed_id, e.source_id, e.case_id, e.process, e.process || ' · ' || e.step as step,
           coalesce(e.resource_kind, 'unknown') as resource_kind, coalesce(e.department, 'unknown') as department,
           e.resource, e.system, e.started_at as at,
           (coalesce(e.resource_kind, 'unknown') in ('system', 'rpa', 'ai_agent', 'partner_api'))::int as num, 1 as den,
           case when lower(e.step) in ('heartbeat', 'login', 'logout', 'log_rotation', 'healthcheck', 'sync_ping')
                  then 'housekeeping'
                when exists (select from app.process_events p where p.tenant_id = $1 and p.case_id = e.case_id
                  and p.step = e.step and p.process = e.process
                  and p.started_at between e.started_at - interval '5 minutes' and e.started_at
                  and (p.started_at, p.feed_id, p.source_id) < (e.started_at, e.feed_id, e.source_id)) then 'retry' end as excluded
    from app.process_events e
    where e.tenant_id = $1 and e.day = any($2::date[])`,
  measure: ratio(),
  evidence: [
    { name: 'case_id', title: { en: 'Case', zh: '流程实例' }, kind: 'code' },
    { name: 'step', title: { en: 'Process and step', zh: '流程与步骤' }, kind: 'text' },
    { name: 'resource_kind', title: { en: 'Done by', zh: '执行者类型' }, kind: 'text' },
    { name: 'resource', title: { en: 'Resource', zh: '执行者' }, kind: 'text' },
    { name: 'department', title: { en: 'Department', zh: '部门' }, kind: 'text' },
    { name: 'system', title: { en: 'System', zh: '系统' }, kind: 'text' },
    { name: 'at', title: { en: 'Started at', zh: '开始时间' }, kind: 'instant' },
  ],
  beside: [
    {
      dim: 'step',
      figures(groups) {
        // A step is covered when at least four in five of its events are automated; a process by the share of its steps.
        const steps = new Map<string, Group>();
        for (const [key, { num, den }] of groups) {
          if (den === 0) continue;
          const process = key.split(' · ')[0]!;
          const sum = steps.get(process) ?? { num: 0, den: 0, rows: 0 };
          steps.set(process, { num: sum.num + (num / den >= 0.8 ? 1 : 0), den: sum.den + 1, rows: 0 });
        }
        const covered = [...steps].sort(([a], [b]) => (a < b ? -1 : 1));
        const mean = covered.reduce((sum, [, { num, den }]) => sum + (100 * num) / den, 0) / covered.length;
        return [
          {
            name: 'step_coverage',
            value: covered.length ? mean : null,
            unit: '%',
            sample: covered.length,
            things: { en: 'processes', zh: '流程' },
          },
          { name: 'processes_seen', value: covered.length, unit: 'count' },
          ...covered.map(([process, { num, den }]) => ({
            name: 'process_step_coverage',
            key: process,
            value: (100 * num) / den,
            unit: '%' as const,
            numerator: num,
            denominator: den,
          })),
        ];
      },
      examples: [
        {
          what: 'one of two listing steps and the only step of returns run by themselves',
          groups: {
            'listing · translate': { num: 80, den: 100, rows: 100 },
            'listing · price': { num: 79, den: 100, rows: 100 },
            'returns · label': { num: 5, den: 5, rows: 5 },
          },
          figures: [
            { name: 'step_coverage', value: 75, sample: 2 },
            { name: 'processes_seen', value: 2, unit: 'count' },
            { name: 'process_step_coverage', key: 'listing', value: 50, numerator: 1, denominator: 2 },
            { name: 'process_step_coverage', key: 'returns', value: 100, numerator: 1, denominator: 1 },
          ],
        },
        { what: 'no events, no coverage', groups: {}, figures: [{ name: 'step_coverage', value: null }] },
      ],
    },
    {
      dim: 'resource_kind',
      figures(groups) {
        const all = [...groups.values()].reduce((sum, g) => sum + g.den, 0);
        return [shareOf('unknown_resource_share', { num: groups.get('unknown')?.den ?? 0, den: all, rows: all })];
      },
      examples: [
        {
          what: '15 of 60 events by nobody known',
          groups: { unknown: { num: 0, den: 15, rows: 15 }, rpa: { num: 45, den: 45, rows: 45 } },
          figures: [{ name: 'unknown_resource_share', value: 25, numerator: 15, denominator: 60 }],
        },
      ],
    },
  ],
  unmeasured: [
    {
      en: 'The level of autonomy of a step (filled in, approved, by exception, by an agent): process events have no field for it.',
      zh: '步骤自主等级（自动填充、需审批、例外处理、代理决策）：流程事件中没有该字段。',
    },
  ],
  words: {
    step_coverage: {
      en: 'Steps that run by themselves, mean of processes',
      zh: '已自动化步骤占比（各流程平均）',
    },
    process_step_coverage: { en: 'Steps of the process that run by themselves', zh: '流程内已自动化步骤占比' },
    processes_seen: { en: 'Processes with events, of 9', zh: '有事件的流程数（共 9 个）' },
    unknown_resource_share: { en: 'Share done by unknown', zh: '执行者未知占比' },
  },
  minSample: 30,
  definition: 1,
  examples: [
    { what: '60 of 100 steps automated', groups: { '': { num: 60, den: 100, rows: 100 } }, value: 60 },
    { what: 'no steps', groups: {}, value: null },
  ],
});
