import { findKpi } from '@/kpis/catalogue';
import type { Title } from '@/records/record';

/** KPIs that a gate asks for and that are not in the catalogue yet, by code. An entry goes when its KPI comes. */
export const kpisToCome: Readonly<Record<string, Title>> = {
  D02: { en: 'Data quality score', zh: '数据质量综合分' },
  D03: { en: 'Data freshness attainment', zh: '数据新鲜度达标率' },
  D04: { en: 'Data ownership coverage', zh: '数据权责覆盖率' },
  D05: { en: 'Customer unification rate', zh: '客户统一识别率' },
  D09: { en: 'Forecast error', zh: '预测误差率' },
  D13: { en: 'Readiness for policy changes', zh: '政策变动就绪率' },
  D14: { en: 'Early-warning quality', zh: '预警有效性' },
  C02: { en: 'Straight-through processing rate', zh: '直通处理率' },
  C03: { en: 'Automation-island index', zh: '自动化孤岛指数' },
  C06: { en: 'Exceptions seen before the customer sees them', zh: '异常提前发现率' },
  C10: { en: 'First response time', zh: '首次响应时间' },
  C12: { en: 'Multilingual coverage', zh: '多语种覆盖率' },
  C15: { en: 'Internal digital divide', zh: '内部数字鸿沟' },
  C16: { en: 'Integration lead time', zh: '系统集成周期' },
  E02: { en: 'Channel concentration HHI', zh: '渠道集中度 HHI' },
  E04: { en: 'Independent-site share', zh: '独立站占比' },
  E05: { en: 'Repeat share of own customers', zh: '私域复购占比' },
  E06: { en: 'Own-brand share', zh: '自有品牌占比' },
  E08: { en: 'Logistics single-source dependence', zh: '物流单一来源依赖度' },
  E11: { en: 'Partner API coverage', zh: '伙伴接口覆盖率' },
  E13: { en: 'Compliance coverage', zh: '合规覆盖率' },
};

/** What a KPI is called that a gate asks for; its code where nothing else is known of it. */
export const titleOfKpi = (code: string): Title => findKpi(code)?.title ?? kpisToCome[code] ?? { en: code, zh: code };
