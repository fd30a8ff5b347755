import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { seedDemo } from '@/db/seed/demo';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { ensureBrowser } from '../launch/browser.mjs';
import type { BenchContext } from './context';
import type { BenchRow } from './main';
import { signedIn, startWeb } from './web';

/** Gzipped bytes of the scripts that a page asks for at load. */
async function scriptWeight(url: string, cookie: string): Promise<number> {
  const page = await (await fetch(url, { headers: { cookie } })).text();
  const sources = new Set([...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map((m) => m[1]!));
  let bytes = 0;
  for (const source of sources) {
    const script = Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer());
    bytes += gzipSync(script).length;
  }
  return bytes;
}

/** Script weight and Lighthouse (mobile) of *today* on the demo tenant. */
export async function benchWeight(context: BenchContext): Promise<BenchRow[]> {
  await seedDemo((line) => context.note(line));
  const access = (await accessForOperator('demo'))!;
  const web = await startWeb();
  const folder = mkdtempSync(join(tmpdir(), 'fairway-lighthouse-'));
  try {
    const cookie = await signedIn(access.tenant.id);
    const url = `${web.url}/demo`;
    const weight = await scriptWeight(url, cookie);
    const report = join(folder, 'report.json');
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
    const performance = Math.round(categories.performance.score * 100);
    const accessibility = Math.round(categories.accessibility.score * 100);
    return [
      {
        what: 'script of *today* at load, gzipped',
        figure: `${Math.round(weight / 1024)} KiB`,
        aim: 'a plain page is 135 KiB',
        met: weight < 160 * 1024,
        from: 'sum of the scripts in the page',
      },
      {
        what: 'Lighthouse, mobile: performance of *today*',
        figure: String(performance),
        aim: '≥ 95',
        met: performance >= 95,
        from: 'demo tenant',
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
