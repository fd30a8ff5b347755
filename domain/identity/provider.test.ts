import { describe, expect, it } from 'vitest';
import { directoryQuery } from '@/db/client';
import { listDomains } from './domains';
import { providerSecrets, readProvider } from './provider';
import { as, refusal, settings, testFirm } from './test-firm';

const { firm, withRole, save, facts } = testFirm();

describe('the provider', () => {
  it('is kept with its secret sealed, which nobody is told again; every change is audited without it', async () => {
    expect(await as(firm(), readProvider)).toBeNull();
    await save();
    const { clientSecret, ...told } = settings;
    expect(await as(firm(), readProvider)).toEqual(told);
    const [row] = await directoryQuery<{ all: string }>(
      'select p::text as all from directory.identity_providers p where tenant_id = $1',
      [firm().tenant.id],
    );
    expect(row!.all).not.toContain(clientSecret);
    expect((await providerSecrets(firm().tenant.id))?.clientSecret).toBe(clientSecret);
    await save({ name: 'Another name', clientSecret: '', newMemberRole: null });
    expect(await as(firm(), readProvider)).toMatchObject({ name: 'Another name', newMemberRole: null });
    expect((await providerSecrets(firm().tenant.id))?.clientSecret).toBe(clientSecret);
    expect(await facts()).toEqual(['provider.saved', 'provider.saved']);
    const entries = await as(firm(), (work) =>
      work.query('select * from app.audit_entries where tenant_id = $1', [firm().tenant.id]),
    );
    expect(JSON.stringify(entries)).not.toContain(clientSecret);
  });

  it('does not send an earlier secret to another issuer', async () => {
    expect(await refusal(save({ clientSecret: '' }))).toBe('client_secret_missing');
    await save();
    expect(await refusal(save({ issuer: 'https://elsewhere.example', clientSecret: '' }))).toBe(
      'client_secret_missing',
    );
  });

  it('takes the address of the discovery document for the issuer', async () => {
    await save({ issuer: ' https://id.example/tenant/.well-known/openid-configuration ' });
    expect((await as(firm(), readProvider))!.issuer).toBe('https://id.example/tenant');
  });

  it.each([
    [{ issuer: 'id.example' }, 'issuer_malformed'],
    [{ issuer: 'https://user:pass@id.example' }, 'issuer_malformed'],
    [{ issuer: `https://id.example/${'x'.repeat(10_000)}` }, 'issuer_malformed'],
    [{ issuer: 'http://id.example' }, 'issuer_not_https'],
    [{ issuer: 'javascript:alert(1)' }, 'issuer_malformed'],
    [{ name: ' ' }, 'name_missing'],
    [{ name: 'x'.repeat(10_000) }, 'name_too_long'],
    [{ clientId: '' }, 'client_id_missing'],
    [{ clientSecret: '' }, 'client_secret_missing'],
    [{ newMemberRole: 'owner' }, 'role_unknown'],
  ] as const)('refuses %j as %s', async (changes, code) => {
    expect(await refusal(save(changes))).toBe(code);
  });

  it('is an owner’s to set: an admin could have themselves vouched for as the owner', async () => {
    await save({});
    expect(await refusal(save({}, withRole('admin')))).toBe('forbidden');
    expect(await as(withRole('admin'), readProvider)).toMatchObject({ issuer: expect.any(String) });
    for (const role of ['analyst', 'viewer'] as const) {
      expect(await refusal(save({}, withRole(role)))).toBe('forbidden');
      expect(await refusal(as(withRole(role), readProvider))).toBe('forbidden');
      expect(await refusal(as(withRole(role), listDomains))).toBe('forbidden');
    }
  });
});
