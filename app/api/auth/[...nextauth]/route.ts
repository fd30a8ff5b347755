import { handlers } from '@/app/access/auth';

export const { GET, POST } = handlers;
