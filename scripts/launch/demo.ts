import { database } from '@/db/client';
import { seedDemo } from '@/db/seed/demo';
import type { DemoSignIn } from '@/db/seed/sign-ins';

/** Seeds the demo tenants where they are missing; returns how to sign in to them. Its connections are closed after it. */
export async function seed(note: (text: string) => void): Promise<DemoSignIn[]> {
  try {
    return await seedDemo(note);
  } finally {
    await database().close();
  }
}
