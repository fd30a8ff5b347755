import { existsSync } from 'node:fs';
import { database } from '@/db/client';

export type DemoSignIn = { email: string; password: string; tenant: string };

/** Seeds the demo tenants where they are missing; returns how to sign in to them. */
export async function seed(note: (text: string) => void): Promise<DemoSignIn[]> {
  if (!existsSync('db/seed/demo.ts')) return [];
  const { seedDemo } = await import('@/db/seed/demo' as string);
  try {
    return (await seedDemo(note)) as DemoSignIn[];
  } finally {
    await database().close();
  }
}
