import { randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** For how many days an invitation's link holds. */
export const invitationDays = 7;

/** How a token looks; nothing else is looked up. */
const form = /^[A-Za-z0-9_-]{43}$/;

export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

export const isInvitationToken = (token: string): boolean => form.test(token);

/** The page that an invitation's mail leads to. */
export const invitationLink = (token: string): string => `${env().APP_URL}/invitation/${token}`;

export const invitationEnd = (from: Date): Date => new Date(from.getTime() + invitationDays * 86_400_000);
