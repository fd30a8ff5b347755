import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kpis } from '@/kpis/catalogue';
import { readAll } from '../measurements/read-all';
import type { Access } from '../tenants/access';
import { hiddenWord, seenChannel, type TwoChannels, twoChannels } from '../test-two-channels';
import { performing, reaching } from '../test-verbs';
import { type TwoWorlds, twoWorlds, type World } from '../test-world';
import { withTenant } from '../work';

const perform = performing('the verbs, within limits');

/** What other verbs read before they change something: nobody is handed the row itself. A verb for readers never belongs here. */
const inner = new Set(['feedRow', 'requireMilestone']);

describe('to somebody who sees a part of the firm only', () => {
  let two: TwoWorlds;
  let firm: TwoChannels;
  let world: World;
  let readers: { name: string; access: Access; traces: RegExp[] }[];

  beforeAll(async () => {
    two = await twoWorlds();
    firm = await twoChannels();
    const readings = await withTenant(firm.owner, readAll);
    /** Figures so long that no other is the same by chance. */
    const figures = (of: typeof readings) =>
      of
        .flatMap((r) => [r.value, r.numerator, r.denominator, r.score])
        .map(String)
        .filter((text) => text.length > 4)
        .map((text) => new RegExp(`[:\\[,]${text.replaceAll('.', '\\.')}[,}\\]]`));
    const hidden = kpis.filter((k) => k.mechanism !== 'ecosystem');
    const split = readings.filter((r) => r.value !== null);
    readers = [
      {
        name: 'channel',
        access: await firm.member({ channels: [seenChannel] }, 'analyst'),
        traces: [new RegExp(hiddenWord, 'i'), ...figures(split)],
      },
      {
        name: 'mechanism',
        access: await firm.member({ mechanisms: ['ecosystem'] }, 'analyst'),
        traces: [
          ...hidden.flatMap((k) => [k.code, k.id]).map((text) => new RegExp(`"${text}"`)),
          ...figures(readings.filter((r) => r.mechanism !== 'ecosystem')),
        ],
      },
    ];
    const { feed, run, milestone, note } = firm;
    const [reject] = await withTenant(firm.owner, (work) => work.query<{ id: number }>('select id from app.rejects'));
    world = {
      ...two.worldOfA,
      feed,
      run,
      milestone,
      note,
      weights: 1,
      user: firm.other,
      reject: reject!.id,
      ownFeed: feed,
    };
  });

  afterAll(() => two.drop());

  const told = reaching.filter((v) => v.takes === 'work' && !inner.has(v.name));
  test.each(told.map((v) => [v.name, v] as const))('%s tells nothing of the rest', async (_, verb) => {
    for (const { access, traces } of readers) {
      const answer = JSON.stringify(await perform(verb, access, world)) ?? '';
      expect(traces.filter((trace) => trace.test(answer))).toEqual([]);
    }
  });

  test('each trace is one: whoever sees the whole firm meets it', async () => {
    const answers = (
      await Promise.all(told.map(async (verb) => JSON.stringify(await perform(verb, firm.owner, world)) ?? ''))
    ).join('\n');
    for (const { traces } of readers) expect(traces.filter((trace) => !trace.test(answers))).toEqual([]);
  });
});
