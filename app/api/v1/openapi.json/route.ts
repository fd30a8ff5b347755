import { openApiDocument } from '@/api/openapi';

export const runtime = 'nodejs';
export const dynamic = 'force-static';

export const GET = (): Response => Response.json(openApiDocument());
