import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { signIn } from '@/app/access/auth';
import { withFirmProvider } from '@/app/access/firm-provider';
import { localPath } from '@/app/access/local-path';
import { Refusal } from '@/domain/errors';
import { discovered } from '@/domain/identity/discover';
import { providerSecrets } from '@/domain/identity/provider';
import { providerId } from '@/domain/identity/provider-purpose';
import { providerOfDomain } from '@/domain/identity/sign-in-rule';

/** Leads on to the provider of the firm that has proven a mail domain. A link, not a form: no form may lead to another site. */
export async function GET(request: NextRequest): Promise<never> {
  const { searchParams } = request.nextUrl;
  const next = localPath(searchParams.get('next'));
  const firm = await providerOfDomain(searchParams.get('domain') ?? '');
  const settings = firm && (await providerSecrets(firm.tenantId));
  if (!firm || !settings) redirect('/sign-in/firm');
  try {
    await discovered(settings.issuer);
  } catch (error) {
    if (error instanceof Refusal) redirect(`/sign-in?error=Unavailable&next=${encodeURIComponent(next)}`);
    throw error;
  }
  const url = await withFirmProvider(firm.tenantId, () =>
    signIn(providerId(firm.tenantId), { redirect: false, redirectTo: next }),
  );
  redirect(url);
}
