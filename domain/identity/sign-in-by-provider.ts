import { processUserInfoResponse, userInfoRequest } from 'oauth4webapi';
import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { plainName } from '@/lib/plain-name';
import { Refusal } from '../errors';
import { takeInvitation } from '../invitations/accept-invitation';
import { createUser } from '../members/create-user';
import { normalizedEmail } from '../members/email';
import { loggedAttempt } from '../members/logged-attempt';
import { accessForVouched } from '../tenants/ways-in';
import { withTenant } from '../work';
import { discovered, providerCall } from './discover';
import { domainOfEmail } from './domain-name';
import { joinByProvider } from './join-by-provider';
import { providerSecrets } from './provider';

/** What a provider says of a person, in a token that was checked. */
export interface Claims {
  iss: string;
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  /** Microsoft Entra says by this that the domain of the address is the directory's own. */
  xms_edov?: unknown;
  name?: unknown;
}

const isYes = (claim: unknown): boolean => claim === true || claim === 'true' || claim === 1 || claim === '1';

/** Some providers keep the address out of the token, for who asks with the access token. Both must be of one subject. */
async function withUserinfo(tenantId: string, claims: Claims, accessToken: string | undefined): Promise<Claims> {
  if (claims.email !== undefined || !accessToken) return claims;
  const provider = await providerSecrets(tenantId);
  const server = provider && (await discovered(provider.issuer));
  if (!provider || !server?.userinfoEndpoint) return claims;
  const as = { issuer: server.issuer, userinfo_endpoint: server.userinfoEndpoint };
  const client = { client_id: provider.clientId };
  try {
    const response = await userInfoRequest(as, client, accessToken, providerCall);
    return { ...(await processUserInfoResponse(as, client, claims.sub, response)), ...claims };
  } catch {
    throw new Refusal('oidc_userinfo', 409);
  }
}

/** The verified address of the claims, of a domain that the firm has proven. */
async function provenEmail(tenantId: string, claims: Claims): Promise<string> {
  if (typeof claims.email !== 'string' || !claims.email) throw new Refusal('oidc_no_email', 403);
  const verified = claims.email_verified === undefined ? isYes(claims.xms_edov) : isYes(claims.email_verified);
  if (!verified) throw new Refusal('oidc_unverified', 403);
  const email = normalizedEmail(claims.email);
  const proven = await directoryQuery(
    'select 1 from directory.domains where tenant_id = $1 and domain = $2 and proven_at is not null',
    [tenantId, domainOfEmail(email)],
  );
  if (proven.length === 0) throw new Refusal('oidc_foreign_domain', 403);
  return email;
}

interface Known {
  id: string;
  email: string;
  locale: string | null;
  verified: boolean;
  member: boolean;
  /** The firm's provider has brought them here before. */
  returning: boolean;
}

/**
 * Who that is here: by the provider's own name for them, else by their address. The provider's name holds only while the
 * person's address is still one of the firm's domains: who has moved on with their account is out of the firm's hands.
 */
async function personOf(tenantId: string, claims: Claims, email: string): Promise<Known | undefined> {
  const [row] = await directoryQuery<Known>(
    `select u.id, u.email, u.locale, u.email_verified is not null as verified, m.user_id is not null as member,
       exists (select 1 from directory.identities e where e.tenant_id = $1 and e.user_id = u.id) as returning
     from directory.users u
     left join directory.identities i on i.tenant_id = $1 and i.issuer = $2 and i.subject = $3 and i.user_id = u.id
     left join directory.memberships m on m.tenant_id = $1 and m.user_id = u.id
     where u.email = $4 or (i.user_id is not null and exists (select 1 from directory.domains d
       where d.tenant_id = $1 and d.proven_at is not null and d.domain = split_part(u.email, '@', 2)))
     order by i.user_id is null limit 1`,
    [tenantId, claims.iss, claims.sub, email],
  );
  return row;
}

/**
 * Who signs in through a firm's provider, from claims whose token was checked. Who comes in for the first time joins the firm:
 * by an open invitation, or with the role for newcomers; who was a member and is none any more needs an invitation. Refusals:
 * `oidc_no_email`, `oidc_unverified`, `oidc_foreign_domain`, `oidc_not_invited`, `oidc_userinfo`, `read_only_suspended`,
 * `read_only_leaving`.
 * @param from network address of the caller, for the audit log
 */
export async function signInByProvider(input: {
  tenantId: string;
  claims: Claims;
  accessToken?: string;
  from: string | null;
}): Promise<{ id: string; email: string; locale: string | null }> {
  const { claims, from } = input;
  return loggedAttempt({ proof: 'provider', account: `${claims.iss} ${claims.sub}`, from }, () => enter(input));
}

async function enter({ tenantId, from, ...input }: Parameters<typeof signInByProvider>[0]) {
  const claims = await withUserinfo(tenantId, input.claims, input.accessToken);
  const email = await provenEmail(tenantId, claims);
  const known = await personOf(tenantId, claims, email);
  const way = known?.member ? null : await accessForVouched(tenantId, email, { newcomer: !known?.returning });
  if (!known?.member && !way) throw new Refusal('oidc_not_invited', 403);
  const user = known ?? (await newPerson(email, claims, way!.locale));
  if (known && !known.verified) await takeOver(known.id);
  if (way)
    await withTenant<unknown>(way.access({ id: user.id, email: user.email }, from), (work) =>
      way.invitation ? takeInvitation(work, way.invitation) : joinByProvider(work),
    );
  await directoryQuery(
    `insert into directory.identities (tenant_id, issuer, subject, user_id, created_at) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, issuer, subject) do update set user_id = excluded.user_id`,
    [tenantId, claims.iss, claims.sub, user.id, now()],
  );
  return { id: user.id, email: user.email, locale: user.locale };
}

async function newPerson(email: string, claims: Claims, locale: 'zh-CN' | 'en') {
  const name = plainName(typeof claims.name === 'string' ? claims.name : '', 80);
  const { id } = await createUser({ email, locale, name: 'name' in name ? name.name : undefined });
  await takeOver(id);
  return { id, email, locale };
}

/** An account that somebody opened with the address but never proved is theirs whose address it is: what was set up before ends. */
async function takeOver(userId: string): Promise<void> {
  await directoryQuery(
    `with theirs as (update directory.users set email_verified = $2 where id = $1 and email_verified is null returning id),
       ended as (delete from directory.sessions where user_id in (select id from theirs)),
       authenticators as (delete from directory.authenticators where user_id in (select id from theirs)),
       codes as (delete from directory.recovery_codes where user_id in (select id from theirs))
     delete from directory.passwords where user_id in (select id from theirs)`,
    [userId, now()],
  );
}
