import { expect, test, vi } from 'vitest';

vi.hoisted(() => {
  process.env.APP_URL = 'https://fairway.example';
});
const jar = vi.hoisted(() => new Map<string, { value: string; options: Record<string, unknown> }>());
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => jar.set(name, { value, options }),
  }),
  headers: async () => new Headers(),
}));

const { handlers } = await import('./auth');
const { dropCookie, keepCookie, readCookie } = await import('./host-cookie');
const { NextRequest } = await import('next/server');

test('under https every cookie of ours is Secure, of the whole site and of this host alone', async () => {
  await keepCookie('theme', 'dark', { seconds: 60, hidden: false });
  expect(await readCookie('theme')).toBe('dark');
  await dropCookie('session');
  expect([...jar.keys()]).toEqual(['__Host-theme', '__Host-session']);
  for (const { options } of jar.values()) {
    expect(options).toMatchObject({ path: '/', secure: true });
    expect(options).not.toHaveProperty('domain');
  }
});

test('and so is every cookie of the sign-in library', async () => {
  const answer = await handlers.GET(new NextRequest('https://fairway.example/api/auth/csrf'));
  const said = answer.headers.getSetCookie();
  expect(said.length).toBeGreaterThan(1);
  for (const cookie of said) {
    expect(cookie).toMatch(/^__Host-authjs\.[\w.-]+=/);
    expect(cookie).toMatch(/; Path=\/;/i);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).not.toMatch(/; Domain=/i);
  }
});
