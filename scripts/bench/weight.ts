import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { seedDemo } from '@/db/seed/demo';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { ensureBrowser } from '../launch/browser.mjs';
import { type BenchContext, median } from './context';
import type { BenchRow } from './main';
import { signedIn, startWeb } from './web';

/** Gzipped kilobytes of the scripts that a browser runs when it opens a page; those for browsers without modules it leaves. */
async function scriptWeight(url: string, cookie?: string): Promise<number> {
  const page = await (await fetch(url, cookie ? { headers: { cookie } } : {})).text();
  const tags = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\snomodule/i.test(tag));
  const sources = new Set(tags.flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const source of sources) {
    const script = Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer());
    bytes += gzipSync(script).length;
  }
  return Math.round(bytes / 1024);
}

/** One run of Lighthouse as on a phone; scores of 0 to 100. */
async function lighthouse(
  url: string,
  cookie: string,
  report: string,
): Promise<Record<'performance' | 'accessibility', number>> {
  await promisify(execFile)(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      url,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      '--only-categories=performance,accessibility',
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
    ],
    { env: { ...process.env, CHROME_PATH: await ensureBrowser() }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories } = JSON.parse(readFileSync(report, 'utf8')) as {
    categories: Record<'performance' | 'accessibility', { score: number }>;
  };
  return {
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
  };
}

/** Script weight and Lighthouse (mobile, the median of five runs) of *today* on the demo tenant. */
export async function benchWeight(context: BenchContext): Promise<BenchRow[]> {
  await seedDemo((line) => context.note(line));
  const access = (await accessForOperator('demo'))!;
  const web = await startWeb();
  const folder = mkdtempSync(join(tmpdir(), 'fairway-lighthouse-'));
  try {
    const cookie = await signedIn(access.tenant.id);
    const url = `${web.url}/demo`;
    const weight = await scriptWeight(url, cookie);
    const plain = await scriptWeight(`${web.url}/sign-in`);
    // A server that has just started compiles; people meet one that has not.
    for (let i = 0; i < 20; i++) await (await fetch(url, { headers: { cookie } })).text();
    const reports: { performance: number; accessibility: number }[] = [];
    for (let i = 0; i < 5; i++) reports.push(await lighthouse(url, cookie, join(folder, `${i}.json`)));
    const performances = reports.map((report) => report.performance);
    const performance = median(performances);
    const accessibility = Math.min(...reports.map((report) => report.accessibility));
    return [
      {
        what: 'script of *today* at load, gzipped',
        figure: `${weight} KiB`,
        aim: '≤ 160 KiB',
        met: weight <= 160,
        from: `the sign-in page has ${plain} KiB`,
      },
      {
        what: 'Lighthouse, mobile: performance of *today*',
        figure: String(performance),
        aim: '≥ 95',
        met: performance >= 95,
        from: `demo tenant, median of ${performances.join(', ')}`,
      },
      {
        what: 'Lighthouse, mobile: accessibility of *today*',
        figure: String(accessibility),
        aim: '100',
        met: accessibility === 100,
        from: 'demo tenant',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await web.stop();
  }
}
