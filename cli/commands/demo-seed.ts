import { seedDemo } from '@/db/seed/demo';
import type { DemoSignIn } from '@/db/seed/sign-ins';
import { type Locale, textOf } from '@/domain/sentence';
import { command } from '../command';
import { table } from '../table';

/** How to sign in to the demo tenants. */
export const signInLines = (signIns: readonly DemoSignIn[], locale: Locale): string[] =>
  table(
    ['tenant', 'email', 'password'].map((h) => textOf(locale, `cli.column.${h}`)),
    signIns.map((s) => [s.tenant, s.email, s.password]),
  );

export const demoSeed = command({
  noun: 'demo',
  verb: 'seed',
  summary: { en: 'Make the demo tenants where they are missing', zh: '创建缺少的演示企业' },
  async run({ locale, note }) {
    const signIns = await seedDemo(note);
    return { data: { data: signIns, next: null }, lines: signInLines(signIns, locale) };
  },
});
