import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from '@/db/seed/sign-ins';
import { fairway } from './fairway';

export interface Person {
  slug: string;
  email: string;
  password: string;
}

/** A tenant of the test's own, with its owner. */
export async function ownTenant(locale: 'en' | 'zh-CN' = 'en'): Promise<Person> {
  const slug = `e2e-${randomBytes(5).toString('hex')}`;
  const person = { slug, email: `${slug}@example.com`, password: `harbour-${randomBytes(6).toString('hex')}` };
  await fairway(
    ...['tenant', 'create', '--name', `Harbour ${slug.slice(4)}`, '--slug', slug, '--locale', locale],
    ...['--owner', person.email, '--password', person.password],
  );
  return person;
}

/** Somebody of the showcase, which tests only read. */
export function demoPerson(role: 'owner' | 'viewer', tenant = 'demo'): Person {
  // The demo's passwords derive from the installation's secret.
  if (!process.env.AUTH_SECRET) {
    const file = join(process.env.E2E_DATA_DIR ?? '.data', 'secrets.json');
    Object.assign(process.env, JSON.parse(readFileSync(file, 'utf8')));
  }
  const { email, password } = demoPeople().find((person) => person.tenant === tenant && person.role === role)!;
  return { slug: tenant, email, password };
}

export const demoOwner = (): Person => demoPerson('owner');
