import { createHash } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { setAnchors } from './anchors/set-anchors';
import { setGate } from './gates/set-gate';
import { recompute } from './measurements/recompute';
import { createUser } from './members/create-user';
import { createMilestone } from './milestones/create-milestone';
import { addNote } from './notes/add-note';
import type { MemberRole } from './permissions';
import type { Access, Limits } from './tenants/access';
import { accessForMember } from './tenants/ways-in';
import { ingest, ingestRecords, testFeed, testTenant } from './test-tenant';
import { setWeights } from './weights/set-weights';
import { withTenant } from './work';

/** The word that stands in each row, name and remark of the channel that a limited reader must not see. */
export const hiddenWord = 'Zanzibar';
/** The two channels. */
export const [seenChannel, hiddenChannel] = ['north', hiddenWord.toLowerCase()] as const;
/** The last day with data. */
export const lastDay = '2026-02-28';

/** Two orders a day, for two months. */
const times = Array.from({ length: 120 }, (_, i) =>
  new Date(Date.UTC(2026, 0, Math.floor(i / 2), 10 + (i % 2))).toISOString(),
);

/** Orders of a channel with everything that hangs on them; `word` stands in all of it. */
function trade(channel: string, word: string, countries: readonly string[], price: number, lateEach: number) {
  const list = times.map((at, n) => ({ at, id: `${word}-${n}`, country: countries[n % countries.length]!, n }));
  const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 36e5).toISOString();
  return {
    channel: [
      {
        source_id: channel,
        name: `${word} shop`,
        kind: 'marketplace',
        platform: word,
        owner_group: `${word} group`,
        market_country: 'DE',
      },
    ],
    product: [{ source_id: `${word}-sku`, title: `${word} lamp`, supplier: word }],
    listing: [{ source_id: `${word}-l`, channel, channel_sku: `${word}-sku`, product_sku: `${word}-sku` }],
    customer_identity: list.map(({ id }) => ({ source_id: `c-${id}`, channel, login_id: `login ${id}` })),
    order: list.map(({ id, at, country, n }) => ({
      source_id: id,
      number: `no-${id}`,
      channel,
      placed_at: at,
      customer_id: `c-${word}-${n % 7}`,
      ship_country: country,
      ship_region: word,
      status: n === 5 ? 'cancelled' : 'delivered',
      cancelled_by: n === 5 ? 'buyer' : null,
      currency: 'EUR',
      gross: String(price + n),
    })),
    order_line: list.map(({ id, at, n }) => ({
      source_id: `line-${id}`,
      order_id: id,
      placed_at: at,
      sku: `${word}-sku`,
      title: `${word} lamp`,
      quantity: '1',
      unit_price: String(price + n),
      currency: 'EUR',
    })),
    refund: list
      .filter(({ n }) => n % 20 === 3)
      .map(({ id, at }) => ({
        source_id: `r-${id}`,
        order_id: id,
        refunded_at: later(at, 24),
        currency: 'EUR',
        amount: '1',
        reason: word,
      })),
    shipment: list.map(({ id, at, country, n }) => ({
      source_id: `s-${id}`,
      order_number: `no-${id}`,
      tracking_no: `t-${id}`,
      carrier: `${word} post`,
      to_country: country,
      shipped_at: at,
      promised_deliver_at: later(at, 24),
      delivered_at: later(at, n % lateEach === 4 ? 72 : 20),
    })),
    tracking_event: list.map(({ id, at }) => ({
      source_id: `e-${id}`,
      shipment_id: `s-${id}`,
      node: 'pickup',
      occurred_at: at,
      place: word,
    })),
    ticket: list
      .slice(0, 3)
      .map(({ id, at }) => ({ source_id: `k-${id}`, order_number: `no-${id}`, opened_at: at, language: word })),
    process_event: list.map(({ id, at }) => ({
      source_id: `p-${id}`,
      case_kind: 'order',
      case_id: `no-${id}`,
      process: 'order_handling',
      step: `pack ${word}`,
      resource_kind: 'system',
      resource: word,
      department: word,
      started_at: at,
    })),
  };
}

export interface TwoChannels {
  owner: Access;
  /** A feed whose files are of the hidden channel alone, and its run with a rejected row. */
  feed: string;
  run: string;
  milestone: string;
  note: string;
  /** Another member, who is limited to the hidden channel. */
  other: string;
  /** A member's way in, with these limits. */
  member(limits: Partial<Limits>, role?: MemberRole): Promise<Access>;
}

let people = 0;

/**
 * A firm that sells on two channels alike in kind, of which each has all that the KPIs read; measured to its last day. In what
 * belongs to the second, and in nothing else, stands one word.
 */
export async function twoChannels(): Promise<TwoChannels> {
  const owner = await testTenant({ zone: 'UTC', currency: 'EUR' });
  const parts = [
    trade(seenChannel, 'Aspen', ['DE', 'FR', 'US'], 50, 9),
    trade(hiddenChannel, hiddenWord, ['JP', 'DE'], 7013, 5),
  ];
  const feeds: Record<string, string> = {};
  for (const name of ['shop', 'carrier', 'desk', 'goods']) feeds[name] = await testFeed(owner, name, 'records');
  const feedOf: Record<string, string> = {
    shipment: feeds.carrier!,
    tracking_event: feeds.carrier!,
    ticket: feeds.desk!,
    process_event: feeds.desk!,
    product: feeds.goods!,
    listing: feeds.goods!,
  };
  for (const part of parts)
    for (const [record, rows] of Object.entries(part))
      await ingestRecords(owner, feedOf[record] ?? feeds.shop!, record, rows);
  const feed = await testFeed(owner, 'files');
  const bad = `No,Date,Q\n${hiddenWord}-x,2026-02-28 10:00:00,1\n${hiddenWord}-y,never ${hiddenWord},1\n`;
  const run = await ingest(owner, feed, bad, {
    target: 'order',
    columns: { number: 'No', placed_at: 'Date', gross: 'Q' },
    constants: { currency: 'EUR', channel: hiddenChannel },
    timezone: 'UTC',
  });
  const { milestone, note } = await withTenant(owner, async (work) => ({
    milestone: await createMilestone(work, {
      kpi: 'E01',
      target: 0.4,
      startOn: '2026-01-01',
      dueOn: '2027-01-01',
      title: `Out of ${hiddenWord}`,
      owner: hiddenWord,
    }),
    note: await addNote(work, { day: '2026-02-10', text: `${hiddenWord} opened` }),
  }));
  await withTenant(owner, (work) => setWeights(work, { levels: {}, reason: `Equal again after ${hiddenWord}` }));
  await withTenant(owner, (work) => setAnchors(work, { kpi: 'D06', anchors: null, reason: `As before ${hiddenWord}` }));
  await withTenant(owner, (work) => setGate(work, { stage: 1, conditions: null, reason: `As before ${hiddenWord}` }));
  await recompute(owner);
  const member = async (limits: Partial<Limits>, role: MemberRole = 'viewer') => {
    const user = `${createHash('sha1').update(`${owner.tenant.id}${++people}`).digest('hex')}@example.com`;
    const { id } = await createUser({ email: user, password: 'correct horse battery staple' });
    await directoryQuery(
      'insert into directory.memberships (tenant_id, user_id, role, channels, mechanisms) values ($1, $2, $3, $4, $5)',
      [owner.tenant.id, id, role, limits.channels ?? null, limits.mechanisms ?? null],
    );
    return (await accessForMember(id, owner.tenant.slug))!;
  };
  const other = (await member({ channels: [hiddenChannel] })).actor.id;
  return { owner, feed, run: run.id, milestone: milestone.id, note: note.id, other, member };
}
