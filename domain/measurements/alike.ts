/** Why two keys that differ may be the same: written otherwise, one with something before or after, a letter mistaken, one title. */
const likenesses = ['format', 'part', 'letter', 'title'] as const;
export type Likeness = (typeof likenesses)[number];

/** How a key may stand in another feed, and why. */
export interface Spelling {
  text: string;
  why: Likeness;
}

/** What app.key_form passes over: white space, what has no width, dashes, quotation marks, brackets and other punctuation. */
const passedOver = new Set(
  ` \t\n\r\f\v\u0085\u2028\u2029\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c・、。·•§¡¿‘’‚‛“”„‟‹›«»〈〉《》「」『』【】〔〕〖〗-_./\\#:,;*+'"()[]{}<>|&~@!?\`^=$%`,
);

/** A key in the form in which keys are compared. As app.key_form of the database, for text that is at hand; a test holds them equal. */
export const formOf = (key: string): string => {
  const plain = [...key.normalize('NFKC').toLowerCase()].filter((character) => !passedOver.has(character)).join('');
  return [...(plain.replace(/^0+/, '') || key)].slice(0, 200).join('');
};

/** The runs of letters and of digits that a key is made of. */
const partsOf = (key: string): string[] => key.normalize('NFKC').match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];

/** Fewer characters than these say nothing of what they are a part of. */
const shortest = 4;

/** What looks alike to whoever types it off. */
const lookalikes: readonly (readonly [string, string])[] = [
  ['0', 'o'],
  ['1', 'i'],
  ['1', 'l'],
  ['5', 's'],
  ['8', 'b'],
];

/** How many of a feed's keys begin or end with the same before it is taken for a habit of the feed. */
const habit = 5;

/** The beginnings and endings that many of these keys have in common, commonest first: "SO-", "-RED". */
export function affixesOf(keys: readonly string[]): { before: string[]; after: string[] } {
  const common = (ends: (string | undefined)[]): string[] => {
    const counts = new Map<string, number>();
    for (const end of ends) if (end) counts.set(end, (counts.get(end) ?? 0) + 1);
    const often = [...counts].filter(([, n]) => n >= habit).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return often.slice(0, 5).map(([end]) => end);
  };
  const parts = keys.map(partsOf).filter((p) => p.length > 1);
  return { before: common(parts.map((p) => p[0])), after: common(parts.map((p) => p.at(-1))) };
}

/**
 * The spellings under which a key may be found: as it is; without what stands before or after it, with what the other feed puts there; with
 * one letter left out, swapped or mistaken. Digits are not left out or swapped: numbers are handed out one after the other, and another number is another thing.
 */
export function spellingsOf(key: string, affixes: ReturnType<typeof affixesOf>): Spelling[] {
  const found = new Map<string, Spelling>();
  const add = (text: string, why: Likeness) => {
    const form = formOf(text);
    if (form && !found.has(form)) found.set(form, { text, why });
  };
  add(key, 'format');
  const parts = partsOf(key);
  for (let n = 1; n < parts.length; n++) {
    for (const part of [parts.slice(n).join(''), parts.slice(0, n).join('')])
      if (formOf(part).length >= shortest) add(part, 'part');
  }
  if (formOf(key).length >= shortest) {
    for (const before of affixes.before) add(`${before}${parts.join('')}`, 'part');
    for (const after of affixes.after) add(`${parts.join('')}${after}`, 'part');
  }
  const letters = [...formOf(key)];
  const isLetter = (at: number) => /\p{L}/u.test(letters[at] ?? '');
  if (letters.length > shortest)
    letters.forEach((letter, at) => {
      const others = lookalikes.flatMap(([a, b]) => (letter === a ? [b] : letter === b ? [a] : []));
      for (const other of others) add(letters.with(at, other).join(''), 'letter');
      if (isLetter(at)) add(letters.toSpliced(at, 1).join(''), 'letter');
      if (isLetter(at) && isLetter(at + 1)) add(letters.toSpliced(at, 2, letters[at + 1]!, letter).join(''), 'letter');
    });
  return [...found.values()];
}

/**
 * How likely two keys are one, 0–1: 1 where only the writing differs; of a part, the share of the longer one that agrees; of a mistaken letter, of
 * all letters but that one. A title alone says less than any key.
 */
export function likelihood(why: Likeness, a: string, b: string): number {
  if (why === 'format') return 1;
  if (why === 'title') return 0.5;
  const [short, long] = [formOf(a).length, formOf(b).length].sort((x, y) => x - y) as [number, number];
  return why === 'part' ? short / long : 1 - 1 / long;
}
