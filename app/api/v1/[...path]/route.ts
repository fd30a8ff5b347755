import { answer } from '@/api/answer';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const handle = (request: Request): Promise<Response> => answer(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
