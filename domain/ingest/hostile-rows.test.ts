import { describe, expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { ingest, ingestRecords, setRates, testFeed, testTenant, uploadText } from '../test-tenant';
import { withTenant } from '../work';
import { executeRun } from './execute-run';
import { listRejects } from './list-rejects';
import { type MappingInput, parseMapping } from './mapping';
import { getRun } from './read-runs';
import { replayRun, startRecordsRun } from './start-run';
import { checkUpload } from './uploads';

const db = ownDatabase();

const order = { placed_at: '2025-01-05T10:00:00Z', currency: 'CNY', gross: '10' };
/** Text that no index holds, however it is packed. */
const noise = Array.from({ length: 9_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('');
const ordersOf = (access: Awaited<ReturnType<typeof testTenant>>) =>
  withTenant(access, (work) =>
    work.query('select source_id, gross_minor from app.orders where tenant_id = $1 order by 1', [access.tenant.id]),
  );

describe('rows that no database likes', () => {
  it('keeps aside a row whose text looks like an escape, or is half a character', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const rows = ['\\u0000', '\ud800', 'x\u0000y'].map((text) => ({
      source_id: text,
      number: text,
      ship_country: text,
    }));
    expect(await ingestRecords(access, feed, 'order', rows)).toMatchObject({ error: null, read: 3, rejected: 3 });
  });

  it('takes keys that differ only in what cannot be stored for the same', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const rows = ['a\u0000', 'a', 'b\ud800', 'b\udfff'].map((id) => ({ ...order, source_id: id, number: id }));
    expect(await ingestRecords(access, feed, 'order', rows)).toMatchObject({ error: null, read: 4, rejected: 0 });
    expect(await ordersOf(access)).toHaveLength(2);
  });

  it('refuses keys and names too long for an index, and keeps the rest of the file', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const rows = [
      { ...order, source_id: 'good', number: '1' },
      { ...order, source_id: noise, number: '2' },
      { ...order, source_id: 'long channel', number: '3', channel: noise },
    ];
    const run = await ingestRecords(access, feed, 'order', rows);
    expect(run).toMatchObject({ error: null, read: 3, inserted: 1, rejected: 2 });
    const { data } = await withTenant(access, (work) => listRejects(work, { runId: run.id }));
    expect(data.map((r) => [r.field, r.code])).toEqual([
      ['source_id', 'too_long'],
      ['channel', 'too_long'],
    ]);
  });

  it('keeps aside a record with a field whose name is too long for an index', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const rows = [
      { ...order, source_id: 'good', number: '1' },
      { ...order, source_id: 'o', number: '2', [noise]: 'x' },
    ];
    const run = await ingestRecords(access, feed, 'order', rows);
    expect(run).toMatchObject({ error: null, read: 2, inserted: 1, rejected: 1 });
    const { data } = await withTenant(access, (work) => listRejects(work, { runId: run.id }));
    expect(data.map((r) => [r.field, r.code])).toEqual([[noise.slice(0, 255), 'unknown_field']]);
  });

  it('keeps aside an amount that is too large once it is converted', async () => {
    await setRates(db, [
      ['USD', '2025-01-05', 1],
      ['CNY', '2025-01-05', 7],
    ]);
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const rows = [{ ...order, source_id: 'o', number: 'o', currency: 'USD', gross: '89999999999999' }];
    expect(await ingestRecords(access, feed, 'order', rows)).toMatchObject({ error: null, read: 1, rejected: 1 });
  });

  it('gives up on records whose line does not end, and keeps aside what is nested without end', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const send = async (text: string) => {
      const upload = await uploadText(access, text, 'order.ndjson');
      const { runId } = await withTenant(access, (work) =>
        startRecordsRun(work, { feedId: feed, record: 'order', upload }),
      );
      await executeRun(access, runId);
      return withTenant(access, (work) => getRun(work, runId));
    };
    const good = JSON.stringify({ ...order, source_id: 'good', number: '1' });
    const deep = `{"source_id":"deep","note":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await send(`${good}\r\n\r\n${deep}\r\n`)).toMatchObject({ error: null, read: 2, inserted: 1, rejected: 1 });
    expect(await send(`${good}\n{"source_id":"${'x'.repeat(20_000_000)}`)).toMatchObject({
      status: 'failed',
      error: { code: 'not_a_table' },
    });
  });

  it('keeps aside numbers and countries that are longer than any, without reading them', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const long = { number: '1'.repeat(9_000), country: `x${' '.repeat(9_000)}(y` };
    const rows = [
      { ...order, source_id: 'a', number: '1', gross: long.number },
      { ...order, source_id: 'b', number: '2', ship_country: long.country },
    ];
    const run = await ingestRecords(access, feed, 'order', rows);
    const { data } = await withTenant(access, (work) => listRejects(work, { runId: run.id }));
    expect(data.map((r) => [r.field, r.code])).toEqual([
      ['gross', 'too_long'],
      ['ship_country', 'too_long'],
    ]);
  });

  it('knows no field by a name that every object has', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    const run = await ingestRecords(access, feed, 'order', [
      { ...order, source_id: 'a', number: '1', constructor: 'x', toString: 'y' },
    ]);
    expect(run).toMatchObject({ error: null, rejected: 1 });
    const mapping = { target: 'order', columns: { constructor: 'a' } } as unknown as MappingInput;
    expect(() => parseMapping(mapping)).toThrow('unknown_field');
  });

  it('lets the newest by the source’s clock win, in whatever order rows of one file come', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'records', 'records');
    await ingestRecords(access, feed, 'order', [
      { ...order, source_id: 'o', number: 'o', gross: '2', source_updated_at: '2025-01-07T00:00:00Z' },
      { ...order, source_id: 'o', number: 'o', gross: '1', source_updated_at: '2025-01-06T00:00:00Z' },
    ]);
    expect(await ordersOf(access)).toEqual([{ source_id: 'o', gross_minor: 200 }]);
  });
});

describe('rows kept aside', () => {
  const mapping: MappingInput = {
    target: 'customer_identity',
    columns: { source_id: 'id', login_id: 'id', email: 'mail', country: 'land' },
    timezone: 'UTC',
  };

  it('hold no e-mail address, and still replay to the same hash', async () => {
    const access = await testTenant();
    const [first, second] = [await testFeed(access, 'first'), await testFeed(access, 'second')];
    const run = await ingest(access, first, 'id,mail,land\n1, Ada@Shop.example ,Nowhere\n', mapping);
    const { data } = await withTenant(access, (work) => listRejects(work, { runId: run.id }));
    expect(JSON.stringify(data).toLowerCase()).not.toContain('shop.example');
    await ingest(access, first, 'id,mail,land\n', { ...mapping, countryNames: { Nowhere: 'DE' } });
    const { runId } = await withTenant(access, (work) => replayRun(work, run.id));
    await executeRun(access, runId);
    expect(await withTenant(access, (work) => getRun(work, runId))).toMatchObject({ inserted: 1, rejected: 0 });
    await ingest(access, second, 'id,mail,land\n1,ada@shop.example,DE\n', mapping);
    const keys = await withTenant(access, (work) =>
      work.query('select distinct email, customer_key from app.customer_identities where tenant_id = $1', [
        access.tenant.id,
      ]),
    );
    expect(keys).toHaveLength(1);
  });

  const header = 'no,sku,qty,price,at,land\n';
  const sales: MappingInput = {
    target: 'sales_lines',
    columns: { order_number: 'no', sku: 'sku', quantity: 'qty', unit_price: 'price', placed_at: 'at', country: 'land' },
    constants: { currency: 'CNY', channel: 'shop' },
  };
  const withUtopia: MappingInput = { ...sales, countryNames: { Utopia: 'FR' } };
  const linesOf = (access: Awaited<ReturnType<typeof testTenant>>) =>
    withTenant(access, async (work) => ({
      lines: await work.query('select source_id from app.order_lines where tenant_id = $1 order by 1', [
        access.tenant.id,
      ]),
      rejects: await work.query(
        'select status, count(*)::int as n from app.rejects where tenant_id = $1 group by 1 order by 1',
        [access.tenant.id],
      ),
    }));
  const replay = async (access: Awaited<ReturnType<typeof testTenant>>, id: string) => {
    const { runId } = await withTenant(access, (work) => replayRun(work, id));
    await executeRun(access, runId);
    return withTenant(access, (work) => getRun(work, runId));
  };

  it('are open once, however often their file comes, and a row that stands twice is open twice', async () => {
    const access = await testTenant();
    const feed = await testFeed(access);
    const file = `${header}1,A,1,2,2025-01-05,Utopia\n1,A,1,2,2025-01-05,Utopia\n1,B,1,2,2025-01-05,US\n`;
    for (let times = 0; times < 3; times++) await ingest(access, feed, file, sales);
    expect((await linesOf(access)).rejects).toEqual([
      { status: 'open', n: 2 },
      { status: 'superseded', n: 4 },
    ]);
    await ingest(access, feed, file, withUtopia);
    expect(await linesOf(access)).toEqual({
      lines: [{ source_id: 'L|1|A|1|2|1' }, { source_id: 'L|1|A|1|2|2' }, { source_id: 'L|1|B|1|2|1' }],
      rejects: [{ status: 'superseded', n: 6 }],
    });
  });

  it('become lines beside the equal lines of their own file', async () => {
    const access = await testTenant();
    const feed = await testFeed(access);
    const file = `${header}1,A,1,2,2025-01-05,US\n1,A,1,2,2025-01-05,Utopia\n1,A,1,2,2025-01-05,Utopia\n`;
    await ingest(access, feed, file, sales);
    const again = await ingest(access, feed, file, sales);
    await ingest(access, feed, `${header}2,A,1,2,2025-01-05,US\n`, withUtopia);
    expect(await replay(access, again.id)).toMatchObject({ read: 2, inserted: 2, rejected: 0 });
    expect((await linesOf(access)).lines.map((l) => l.source_id)).toEqual([
      'L|1|A|1|2|1',
      'L|1|A|1|2|2',
      'L|1|A|1|2|3',
      'L|2|A|1|2|1',
    ]);
  });

  it('that were corrected in the file and read again are not counted twice by a replay', async () => {
    const access = await testTenant();
    const feed = await testFeed(access);
    const bad = await ingest(access, feed, `${header}1,A,1,2,2025-01-05,Utopia\n2,B,1,2,2025-01-05,Utopia\n`, sales);
    await ingest(access, feed, `${header}1,A,1,2,2025-01-05,FR\n`, withUtopia);
    expect(await replay(access, bad.id)).toMatchObject({ read: 2, inserted: 1, unchanged: 1, rejected: 0 });
    expect((await linesOf(access)).lines).toHaveLength(2);
  });

  it('keep long texts whole for the replay', async () => {
    const access = await testTenant();
    const feed = await testFeed(access);
    const long = 'word '.repeat(900).trim();
    const products: MappingInput = {
      target: 'product',
      columns: { source_id: 'sku', title: 'title', launched_on: 'on' },
    };
    const run = await ingest(access, feed, `sku,title,on\nA,${long},soon\n`, products);
    expect(run.rejected).toBe(1);
    const { launched_on: _, ...columns } = products.columns;
    await ingest(access, feed, 'sku,title,on\n', { ...products, columns });
    const { runId } = await withTenant(access, (work) => replayRun(work, run.id));
    await executeRun(access, runId);
    const [row] = await withTenant(access, (work) =>
      work.query('select title from app.products where tenant_id = $1', [access.tenant.id]),
    );
    expect(row).toEqual({ title: long });
  });
});

describe('uploads', () => {
  it('are of the tenant’s own folder, whatever the path pretends', async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    const upload = await uploadText(theirs, 'a,b\n1,2\n');
    const path = upload.path.replace(theirs.tenant.id, `${mine.tenant.id}/../${theirs.tenant.id}`);
    expect(() => checkUpload(mine, { ...upload, path })).toThrow('not_found');
    expect(checkUpload(theirs, upload)).toEqual(upload);
  });
});
