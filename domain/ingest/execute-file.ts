import { setImmediate as yieldToQueries } from 'node:timers/promises';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { deriveContext, type Incoming } from './assemble';
import { commitRecords } from './commit-page';
import { Rates } from './rates';
import { refreshStatistics } from './refresh-statistics';
import { hasOpenRejects, personalColumns, type Rejected, rejectsAgain, settleRejects, storeRejects } from './rejects';
import { type Made, rowMaker } from './row-maker';
import { fileSource, type RunSource, recordsSource, type SourceRow } from './run-source';
import { advanceRun, beginPage, type PageCounts, type RunRow } from './run-state';
import { wideRates } from './wide-rates';

/** Rows in one commit. The first page is small: only after it are there statistics to plan a large one by. */
const pageRows = 20_000;
const firstPageRows = 2_000;
/** Characters in one page: of a file of huge rows, packed small or not, only so much is held. */
const pageCharacters = 16 * 1024 * 1024;

/** Rows read in one go: PostgreSQL, at work on the page before, must not wait long for its next statement. */
const rowsInOneGo = 100;

/** Pages of a feed's first load before which statistics are gathered. */
const statisticsBefore = new Set([2, 8]);

interface Page {
  incoming: Incoming[];
  rejected: Rejected[];
  /** The rows that are new to the run, where earlier runs left some aside. */
  rows: SourceRow[];
  read: number;
  cursor: number;
  progress: number;
}

const sourceOf = (run: RunRow): Promise<RunSource> =>
  run.kind === 'records'
    ? recordsSource(run.source!.path, run.source!.name, run.mapping.target)
    : run.mapping.target === 'fx_rate'
      ? wideRates(run.source!.path, run.source!.name, run.mapping)
      : fileSource(run.source!.path, run.source!.name, run.mapping);

/** Reads the run's file from its start, skips what is committed, and commits the rest page by page. */
export async function executeFile(access: Access, run: RunRow): Promise<void> {
  const source = await sourceOf(run);
  // While PostgreSQL writes a page, the next is read.
  let writing: Promise<void> = Promise.resolve();
  try {
    const { asideBefore, fresh } = await withTenant(access, async (work) => ({
      asideBefore: await hasOpenRejects(work, run.feed_id, run.id),
      fresh:
        run.cursor === 0 &&
        !(
          await work.query('select from app.feed_records where tenant_id = $1 and feed_id = $2 limit 1', [
            work.tenant.id,
            run.feed_id,
          ])
        ).length,
    }));
    const rates = new Rates(access.tenant.currency);
    const context = deriveContext(access.tenant, (minor, currency, day) => rates.convert(minor, currency, day));
    const flat = run.mapping.target === 'sales_lines';
    const make = rowMaker(run.mapping, context);
    const personal = personalColumns(run.mapping);
    let cursor = run.cursor;
    let pages = 0;
    for await (const rows of pagesOf(source)) {
      const page = await buildPage(rows);
      const from = cursor;
      await writing;
      if (page.read === 0) continue;
      pages++;
      // A run that goes on after a crash may have lost them with the page that they came before.
      if (run.cursor > 0 ? pages === 1 : fresh && statisticsBefore.has(pages))
        await refreshStatistics(access, run.mapping.target);
      cursor = page.cursor;
      writing = withTenant(access, async (work) => {
        await commitPage(work, from, page);
      });
      // It is awaited before the next page; until then its failure must not count as unhandled.
      writing.catch(() => {});
    }
    await writing;
    if (fresh && pages) await refreshStatistics(access, run.mapping.target);

    async function buildPage(rows: readonly SourceRow[]): Promise<Page> {
      const page: Page = {
        incoming: [],
        rejected: [],
        rows: [],
        read: 0,
        cursor: rows.at(-1)!.line,
        progress: source.progress(),
      };
      const read: (ReturnType<SourceRow['read']> & { row: SourceRow })[] = [];
      for (const row of rows) {
        read.push({ row, ...row.read() });
        if (read.length % rowsInOneGo === 0) await yieldToQueries();
      }
      const currencies = new Set(read.map((r) => r.values.currency).filter((c) => typeof c === 'string'));
      if (!rates.knows(currencies)) await withTenant(access, (work) => rates.load(work, currencies));
      for (const [i, { row, values, problems, deleted }] of read.entries()) {
        if (i % rowsInOneGo === 0) await yieldToQueries();
        const fresh = row.line > run.cursor;
        const outcome: Made = problems.length ? { problem: problems[0]! } : make(values, row.line, deleted);
        if (!fresh) continue;
        page.read++;
        if (asideBefore) page.rows.push(row);
        if ('problem' in outcome) page.rejected.push({ row, problem: outcome.problem });
        else page.incoming.push(...outcome.made);
      }
      return page;
    }

    async function commitPage(work: Work, from: number, page: Page): Promise<void> {
      await beginPage(work, run, from);
      const merged = await commitRecords(work, page.incoming, {
        feedId: run.feed_id,
        runId: run.id,
        flat,
        fresh: fresh && (await isAlone(work, run)),
      });
      await storeRejects(work, run.id, run.feed_id, page.rejected, personal);
      const again = asideBefore ? await rejectsAgain(work, run.feed_id, run.id, page.rows) : [];
      await settleRejects(work, again, 'superseded', run.id);
      await advanceRun(work, run, from, {
        ...countsOf(merged, flat),
        ...page,
        rejected: page.rejected.length,
      });
    }
  } finally {
    // A file that breaks off ends the run after the page that is on its way, not beside it.
    await writing.catch(() => {});
    await source.close();
  }
}

/** Whether no other run of the feed has brought anything: then no line of it can be there under this file's keys. */
async function isAlone(work: Work, run: RunRow): Promise<boolean> {
  const others = await work.query(
    'select from app.runs where tenant_id = $1 and feed_id = $2 and id <> $3 and read > 0 limit 1',
    [work.tenant.id, run.feed_id, run.id],
  );
  return others.length === 0;
}

/** What happened to the rows: for a flat file, to its lines and refunds; otherwise to the records themselves. */
export function countsOf(
  merged: Awaited<ReturnType<typeof commitRecords>>,
  flat: boolean,
): Pick<PageCounts, 'inserted' | 'updated' | 'unchanged'> {
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const [record, m] of merged) {
    if (flat && record !== 'order_line' && record !== 'refund') continue;
    counts.inserted += m.inserted;
    counts.updated += m.updated + m.deleted;
    counts.unchanged += m.unchanged;
  }
  return counts;
}

async function* pagesOf(source: RunSource): AsyncGenerator<SourceRow[]> {
  let page: SourceRow[] = [];
  let wanted = firstPageRows;
  let characters = 0;
  for await (const batch of source.rows()) {
    for (const row of batch) {
      page.push(row);
      characters += row.size;
    }
    if (page.length >= wanted || characters >= pageCharacters) {
      yield page;
      page = [];
      wanted = pageRows;
      characters = 0;
    }
  }
  if (page.length) yield page;
}
