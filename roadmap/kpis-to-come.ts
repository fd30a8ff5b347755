import { findKpi } from '@/kpis/catalogue';
import type { Unit } from '@/kpis/kpi';
import type { Title } from '@/records/record';

/** score: 0 to 100. */
type UnitToCome = Unit | 'score' | 'days';

/** KPIs that a gate asks for and that are not in the catalogue yet, by code. An entry goes when its KPI comes. */
export const kpisToCome: Readonly<Record<string, { title: Title; unit: UnitToCome }>> = {
  D02: { title: { en: 'Data quality score', zh: '数据质量综合分' }, unit: 'score' },
  D03: { title: { en: 'Data freshness attainment', zh: '数据新鲜度达标率' }, unit: '%' },
  D04: { title: { en: 'Data ownership coverage', zh: '数据权责覆盖率' }, unit: '%' },
  D05: { title: { en: 'Customer unification rate', zh: '客户统一识别率' }, unit: '%' },
  D09: { title: { en: 'Forecast error', zh: '预测误差率' }, unit: '%' },
  D13: { title: { en: 'Readiness for policy changes', zh: '政策变动就绪率' }, unit: '%' },
  D14: { title: { en: 'Early-warning quality', zh: '预警有效性' }, unit: 'ratio' },
  C02: { title: { en: 'Straight-through processing rate', zh: '直通处理率' }, unit: '%' },
  C03: { title: { en: 'Automation-island index', zh: '自动化孤岛指数' }, unit: 'ratio' },
  C06: { title: { en: 'Exceptions seen before the customer sees them', zh: '异常提前发现率' }, unit: '%' },
  C10: { title: { en: 'First response time', zh: '首次响应时间' }, unit: '%' },
  C12: { title: { en: 'Multilingual coverage', zh: '多语种覆盖率' }, unit: '%' },
  C15: { title: { en: 'Internal digital divide', zh: '内部数字鸿沟' }, unit: '%' },
  C16: { title: { en: 'Integration lead time', zh: '系统集成周期' }, unit: 'days' },
  E02: { title: { en: 'Channel concentration HHI', zh: '渠道集中度 HHI' }, unit: 'points' },
  E04: { title: { en: 'Independent-site share', zh: '独立站占比' }, unit: '%' },
  E05: { title: { en: 'Repeat share of own customers', zh: '私域复购占比' }, unit: '%' },
  E06: { title: { en: 'Own-brand share', zh: '自有品牌占比' }, unit: '%' },
  E08: { title: { en: 'Logistics single-source dependence', zh: '物流单一来源依赖度' }, unit: '%' },
  E11: { title: { en: 'Partner API coverage', zh: '伙伴接口覆盖率' }, unit: '%' },
  E13: { title: { en: 'Compliance coverage', zh: '合规覆盖率' }, unit: '%' },
};

/** What a KPI is called that a gate asks for; its code where nothing else is known of it. */
export const titleOfKpi = (code: string): Title =>
  findKpi(code)?.title ?? kpisToCome[code]?.title ?? { en: code, zh: code };

/** In which unit a gate asks for it; null where nothing is known of it. */
export const unitOfKpi = (code: string): UnitToCome | null => findKpi(code)?.unit ?? kpisToCome[code]?.unit ?? null;
