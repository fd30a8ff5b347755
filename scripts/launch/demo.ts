import { database } from '@/db/client';
import { seedDemo } from '@/db/seed/demo';
import { loadEcbRates } from '@/db/seed/load-ecb-rates';
import type { DemoSignIn } from '@/db/seed/sign-ins';

/**
 * Seeds the demo tenants where they are missing; returns how to sign in to them. A database of your own gets the ECB's
 * rates and no demo (`fairway demo seed` brings it). Connections are closed after it.
 */
export async function seed(target: { url: string; own: boolean }, note: (text: string) => void): Promise<DemoSignIn[]> {
  try {
    if (!target.own) return await seedDemo(note);
    await loadEcbRates(target.url);
    return [];
  } finally {
    await database().close();
  }
}
