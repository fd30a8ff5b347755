import { beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { Refusal } from '@/domain/errors';
import { may } from '@/domain/permissions';
import type { Access } from '@/domain/tenants/access';
import { hiddenWord, seenChannel, type TwoChannels, twoChannels } from '@/domain/test-two-channels';
import { withTenant } from '@/domain/work';
import { kpis } from '@/kpis/catalogue';
import { records } from '@/records/catalogue';
import { operations } from './catalogue';
import { type Operation, Streamed } from './operation';

ownDatabase();
let firm: TwoChannels;
let north: Access;
let ecosystem: Access;

beforeAll(async () => {
  firm = await twoChannels();
  north = await firm.member({ channels: [seenChannel] }, 'analyst');
  ecosystem = await firm.member({ mechanisms: ['ecosystem'] }, 'analyst');
});

interface Asked {
  params: Record<string, string>;
  query?: { limit?: string; format?: string; by?: string };
}

/** What a path's {id} may be, by the noun before it. A new noun must be added here. */
const idsOf: Record<string, () => Asked[]> = {
  feeds: () => [{ params: { id: firm.feed } }],
  runs: () => [{ params: { id: firm.run } }],
  gates: () => [{ params: { stage: '1' } }],
  kpis: () => kpis.map((k) => ({ params: { id: k.id } })),
  records: () =>
    records.flatMap((r) => [
      { params: { record: r.name }, query: { limit: '500' } },
      { params: { record: r.name }, query: { format: 'csv' } },
    ]),
};

function askedOf(o: Operation): Asked[] {
  if (!o.path.includes('{')) return [{ params: {} }];
  const asked = idsOf[o.path.split('/')[1]!];
  if (!asked) throw new Error(`${o.id}: say in this test what its path can name`);
  const all = asked();
  return o.id === 'kpis.read'
    ? kpis.flatMap((k) =>
        [undefined, ...k.dims].map((by) => ({ params: { id: k.id }, ...(by ? { query: { by } } : {}) })),
      )
    : all;
}

/** The text that the operation answers somebody; a refusal's code. */
async function told(o: Operation, access: Access, { params, query = {} }: Asked): Promise<string> {
  if (!may(access.actor.role, o.permission)) return 'forbidden';
  try {
    const input = { params, query: o.query?.parse(query) ?? {}, body: undefined, locale: 'en' as const };
    const answer = await withTenant(access, (work) => {
      work.require(o.permission);
      return o.run(work, input);
    });
    if (!(answer instanceof Streamed)) return JSON.stringify(answer);
    let text = '';
    for await (const part of answer.text(access)) text += part;
    return text;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const everything = async (o: Operation, access: Access): Promise<string> => {
  const texts: string[] = [];
  for (const asked of askedOf(o)) texts.push(await told(o, access, asked));
  return texts.join('\n');
};

const reading = operations.filter((o) => o.method === 'GET');
const hidden = kpis.filter((k) => k.mechanism !== 'ecosystem');

describe.each(reading.map((o) => [`${o.method} ${o.path}`, o] as const))('%s', (_, o) => {
  test('tells a member of one channel nothing of the other', async () => {
    expect(await everything(o, north)).not.toMatch(new RegExp(hiddenWord, 'i'));
  });

  test('tells a member of one mechanism nothing of the others', async () => {
    const text = await everything(o, ecosystem);
    for (const k of hidden) for (const name of [k.code, k.id]) expect(text).not.toContain(`"${name}"`);
    for (const name of ['data-driven', 'collaboration']) expect(text).not.toContain(`"${name}"`);
  });
});

test('both are met by whoever sees the whole firm', async () => {
  const texts: Record<string, string> = {};
  for (const o of reading) texts[o.id] = await everything(o, firm.owner);
  const meets = (trace: RegExp) => Object.keys(texts).filter((id) => trace.test(texts[id]!));
  expect(meets(new RegExp(hiddenWord, 'i'))).toEqual(
    expect.arrayContaining([
      'anchors.read',
      'anchors.list',
      'feeds.get',
      'gates.read',
      'gates.list',
      'kpis.evidence',
      'kpis.read',
      'milestones.list',
      'records.list',
      'runs.rejects',
      'weights.read',
      'weights.list',
    ]),
  );
  for (const k of hidden)
    expect(meets(new RegExp(`"${k.id}"`))).toEqual(expect.arrayContaining(['kpis.list', 'kpis.read']));
});
