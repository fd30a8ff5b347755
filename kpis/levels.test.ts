import { expect, it } from 'vitest';
import { mostMembers } from './ahp';
import { kpis } from './catalogue';
import { isWeighed, levels } from './levels';
import { equalWeights } from './weights';

it('every KPI stands on three levels, and people can compare what stands on each', () => {
  for (const k of kpis) {
    const on = levels.filter((l) => l.members.some((m) => [k.mechanism, k.group, k.code].includes(m)));
    expect(on.map((l) => l.id)).toEqual(expect.arrayContaining(['index', k.mechanism, `${k.mechanism}/${k.group}`]));
  }
  expect(new Set(levels.map((l) => l.id)).size).toBe(levels.length);
  for (const { id, members } of levels.filter(isWeighed)) expect(members.length, id).toBeLessThanOrEqual(mostMembers);
});

it('without weights of a firm’s own the members of a level weigh the same', () => {
  for (const { id, members } of levels)
    expect(equalWeights[id]).toEqual(Object.fromEntries(members.map((m) => [m, 1 / members.length])));
});
