import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpis } from '@/kpis/catalogue';
import { geometricMean, scoreOf } from '@/kpis/score';
import { wilson } from '@/kpis/wilson';
import { kpiWords } from '@/kpis/words';
import { recordNamed } from '@/records/catalogue';

describe.each(kpis.map((k) => [k.code, k] as const))('%s', (_code, k) => {
  it.each(k.examples.map((e) => [e.what, e] as const))('measures: %s', (_what, example) => {
    const groups = new Map(Object.entries(example.groups));
    const done = k.measure.finish(groups, { sources: 2, historyDays: 400, ...example.context });
    if (example.value === null) expect(done.value).toBeNull();
    else expect(done.value).toBeCloseTo(example.value, 6);
    if (example.value === null) expect(done.reason).toBeTruthy();
    for (const [name, value] of Object.entries(example.companions ?? {}))
      expect(done.companions[name]).toBeCloseTo(value, 3);
  });

  const beside = (k.beside ?? []).flatMap((b) => b.examples.map((e) => [`${b.dim}: ${e.what}`, b, e] as const));
  it.runIf(beside.length).each(beside)('has beside it, by %s', (_what, { figures }, example) => {
    const context = { at: '2025-06-30', feeds: ['a', 'b'], ...example.context };
    const done = figures(new Map(Object.entries(example.groups)), context);
    expect(done.length).toBeGreaterThanOrEqual(example.figures.length);
    for (const [i, { value, ...rest }] of example.figures.entries()) {
      expect(done[i]).toMatchObject(rest);
      if (value === null) expect(done[i]!.value).toBeNull();
      else if (value !== undefined) expect(done[i]!.value).toBeCloseTo(value, 6);
    }
    // What it is made of is always said, and its name is known in both languages.
    for (const figure of done) {
      expect(figure.denominator ?? figure.sample ?? (figure.unit === 'count' ? figure.value : null)).not.toBeNull();
      expect(kpiWords[figure.name]).toMatchObject({ en: expect.stringMatching(/./), zh: expect.stringMatching(/./) });
    }
  });

  it('is complete in both languages and names records that exist', () => {
    const texts = [
      k.title,
      k.question,
      k.formula,
      ...(k.formulaBeside ? [k.formulaBeside] : []),
      k.benchmark,
      ...k.evidence.map((c) => c.title),
      ...(k.unmeasured ?? []),
    ];
    // What stands beside the value has a text of its own.
    expect(k.formula.en).not.toMatch(/beside/i);
    for (const text of texts) {
      expect(text.en.trim()).not.toBe('');
      expect(text.zh.trim()).not.toBe('');
    }
    for (const name of [...k.needs, ...k.follows]) expect(recordNamed(name).name).toBe(name);
    expect(Math.sign(k.anchors.target - k.anchors.floor)).toBe(k.direction === 'higher' ? 1 : -1);
    expect(k.examples.length).toBeGreaterThan(0);
    for (const b of k.beside ?? []) expect(b.examples.length).toBeGreaterThan(0);
  });

  it.runIf(existsSync('../shared/kpis.json'))('keeps to the published definition', () => {
    const published = (JSON.parse(readFileSync('../shared/kpis.json', 'utf8')) as Record<string, unknown>[]).find(
      (p) => p.code === k.code,
    )!;
    expect(published).toMatchObject({
      id: k.id,
      mechanism: k.mechanism,
      direction: k.direction,
      basis: k.basis,
      anchors: k.anchors,
    });
  });
});

describe('scores', () => {
  const otif = { floor: 70, pass: 90, target: 98 };
  const hhi = { floor: 6000, pass: 2500, target: 1800 };
  it.each([
    [94, otif, 80],
    [80, otif, 30],
    [4350, hhi, 28.29],
    [2000, hhi, 88.57],
    [60, otif, 0],
    [99, otif, 100],
  ])('of %d', (value, anchors, score) => expect(scoreOf(value, anchors)).toBeCloseTo(score, 2));

  it('are joined by the geometric mean', () => {
    const parts = [90, 85, 20].map((score) => ({ score, weight: 1 }));
    expect(geometricMean(parts)).toBeCloseTo(53.48, 2);
  });

  it('have Wilson intervals', () => {
    const [low, high] = wilson(27, 30)!;
    expect(low).toBeCloseTo(0.744, 3);
    expect(high).toBeCloseTo(0.965, 3);
  });
});

it('renames no value that a firm may have given itself: what is not a dimension has a code of several words', () => {
  const dims = new Set(kpis.flatMap((k) => [...k.dims, ...(k.beside ?? []).map((b) => b.dim)]));
  expect(Object.keys(kpiWords).filter((code) => !dims.has(code) && !code.includes('_'))).toEqual([]);
});
