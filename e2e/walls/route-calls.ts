import type { Audience } from './page-calls';

interface RouteCall {
  of: Audience;
  headers?: Record<string, string>;
  body?: string;
  /** Where else each role and another firm's ids are tried on it. */
  elsewhere?: string;
}

const upload = { 'sec-fetch-site': 'same-origin', 'x-file-name': 'a.csv' };
const api = 'api/walls.test.ts';

/** Every route handler: exports, uploads, polling, hooks. One that is not listed fails the suite. */
export const routeCalls: Record<string, RouteCall> = {
  'POST /[tenant]/feeds/[feed]/files': { of: 'feed.manage', headers: upload, body: 'a,b\n1,2\n' },
  'GET /[tenant]/kpis/[kpi]/evidence': { of: 'measurement.read' },
  'GET /[tenant]/kpis/[kpi]/groups': { of: 'measurement.read' },
  'GET /[tenant]/kpis/[kpi]/series': { of: 'measurement.read' },
  'GET /[tenant]/runs/[run]/state': { of: 'feed.read' },
  'GET /[tenant]/settings/audit/export': { of: 'audit.read' },
  'GET /[tenant]/settings/data/exports/[export]/file': { of: 'tenant.export' },
  'GET /[tenant]/settings/data/exports/[export]/state': { of: 'tenant.export' },
  'POST /sign-out': { of: 'everybody', headers: { 'sec-fetch-site': 'same-origin' } },
  'GET /sign-in/firm/start': { of: 'everybody' },
  'GET /api/auth/[...nextauth]': { of: 'everybody' },
  'POST /api/auth/[...nextauth]': { of: 'everybody', body: '' },
  'GET /api/health': { of: 'everybody' },
  'GET /api/ready': { of: 'everybody' },
  'POST /api/unsubscribe/[token]': { of: 'everybody' },
  'GET /api/v1/[...path]': { of: 'tenant.read', elsewhere: api },
  'POST /api/v1/[...path]': { of: 'tenant.read', elsewhere: api },
  'PUT /api/v1/[...path]': { of: 'tenant.read', elsewhere: api },
  'PATCH /api/v1/[...path]': { of: 'tenant.read', elsewhere: api },
  'DELETE /api/v1/[...path]': { of: 'tenant.read', elsewhere: api },
  'GET /api/v1/openapi.json': { of: 'everybody' },
};
