import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '@/cli/catalogue';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { ingest, setRates, testFeed, testTenant } from '@/domain/test-tenant';
import { withTenant } from '@/domain/work';
import { kpis } from '@/kpis/catalogue';
import type { KpiDeclaration } from '@/kpis/kpi';
import { env } from '@/lib/env';

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const rooms = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .map((entry) => entry.name);

/** Everything that is written as code: spans, and lines set in by four or more. */
const codeOf = (text: string): string[] => [
  ...[...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!.replace(/\s+/g, ' ')),
  ...text.split('\n').filter((line) => /^ {4,}\S/.test(line)),
];

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1]!));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const code = codeOf(text);

  test('names commands that exist, with options they take', () => {
    for (const line of code) {
      for (const [, script] of line.matchAll(/\bnpm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
      for (const [, noun, verb, rest] of line.matchAll(/npm run fairway -- (\w+) (\w+)([^`|]*)/g)) {
        const found = commands.find((c) => c.noun === noun && c.verb === verb);
        expect(found, `${noun} ${verb}`).toBeDefined();
        const options = [...Object.keys(found!.options ?? {}), 'json', 'help'];
        for (const [, option] of rest!.matchAll(/--([a-z-]+)/g)) expect(options, line).toContain(option);
      }
    }
  });

  test('links to what is there', () => {
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      const [path, anchor] = target!.split('#');
      const file = path ? normalize(join(dirname(page), path)) : page;
      expect(existsSync(file), target).toBe(true);
      if (anchor) expect(anchorsOf(file), target).toContain(anchor);
    }
  });

  test('names files and folders that are there', () => {
    for (const span of code) {
      for (const [path] of span.matchAll(/(?<![\w/.@'-])[\w.-]+\/[\w./[\]-]+/g)) {
        const room = path.split('/')[0]!;
        if (rooms.includes(room) && !/[<{*…]/.test(span))
          expect(existsSync(path.replace(/[.,]$/, '')), path).toBe(true);
      }
    }
  });

  test('speaks of no machine of ours', () => {
    expect(text).not.toMatch(/\/(work|tmp|home|Users)\/|\b127\.0\.0\.1:\d|localhost:(?!3000\b|PORT\b)\d/);
  });
});

describe('examples', () => {
  let db: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    db = await testDatabase();
    useDatabase(db);
  });
  afterAll(() => db.drop());

  test('the file of the README becomes what the README says', async () => {
    const access = await testTenant({ currency: 'EUR', zone: 'Europe/Berlin' });
    const feed = await testFeed(access);
    await setRates(db, [['GBP', '2026-03-20', 0.8644]]);
    const sales = readFileSync('docs/examples/sales.csv', 'utf8');
    const mapping = JSON.parse(readFileSync('docs/examples/mapping.json', 'utf8'));
    expect(await ingest(access, feed, sales, mapping)).toMatchObject({ read: 9, inserted: 8, rejected: 1 });
    expect(await ingest(access, feed, sales, mapping)).toMatchObject({ read: 9, inserted: 0, unchanged: 8 });
  });

  test('the KPI of add-a-kpi measures what its examples say, and its facts are SQL', async () => {
    const text = readFileSync('docs/add-a-kpi.md', 'utf8');
    const block = /^ {4}import \{ kpi \}[\s\S]*?^ {4}\}\);$/m.exec(text)![0].replace(/^ {4}/gm, '');
    const folder = resolve(env().FAIRWAY_DATA_DIR, 'docs');
    const file = join(folder, 'kpi-of-the-docs.ts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, block.replaceAll("'../", `'${resolve('kpis')}/`));
    const module = (await import(pathToFileURL(file).href)) as Record<string, KpiDeclaration>;
    const k = Object.values(module)[0]!;
    const optional = ['words', 'waiting', 'formulaBeside', 'beside', 'unmeasured'];
    const required = (of: KpiDeclaration) =>
      Object.keys(of)
        .filter((name) => !optional.includes(name))
        .sort();
    expect(required(k)).toEqual(required(kpis[0]!));
    for (const { groups, value } of k.examples)
      expect(k.measure.finish(new Map(Object.entries(groups)), { sources: 2, historyDays: 400 }).value).toBe(value);
    const access = await testTenant();
    const columns = [...k.dims, ...k.evidence.map((c) => c.name), 'day', 'record', 'feed_id', 'num', 'den', 'excluded'];
    await withTenant(access, (work) =>
      work.query(`select ${columns.map((c) => `f.${c}`).join(', ')} from (${k.facts}) f where $3::date is not null`, [
        work.tenant.id,
        ['2026-03-01'],
        '2026-03-02',
      ]),
    );
  });
});
