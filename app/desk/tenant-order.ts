import type { TenantOrder } from '@/domain/platform/list-tenants';

/** Whether a column of firms is first sorted upwards: names, and days, of which the oldest is the one to look at. */
export const ascendsFirst = (order: TenantOrder): boolean => ['name', 'until', 'seen'].includes(order);
