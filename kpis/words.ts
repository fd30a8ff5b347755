import type { Title } from '../records/record';
import { kpis } from './catalogue';

/** What KPIs call their own dimensions, reasons and figures, by code. Shared words live in messages. */
export const kpiWords: Readonly<Record<string, Title>> = Object.assign({}, ...kpis.map((k) => k.words ?? {}));
