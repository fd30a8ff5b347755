import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import { Refusal } from '../errors';
import { longestPassword, shortestPassword } from './set-password';

/** From this length on a password may be a little easier to guess. */
const longPassword = 15;
const leastScore = { short: 3, long: 2 } as const;
/** The estimate takes longer with each character (a hundred: a second and a half of a processor), and what follows makes nothing weaker. */
const longestEstimated = 32;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Common passwords and words take tens of megabytes: loaded when the first password is set. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, en] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...en.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

/** A person's own words in the forms in which they find their way into passwords. */
function ownWords(own: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of own) {
    const lower = (text ?? '').toLowerCase();
    for (const form of [lower, lower.replace(/[\s\p{P}]+/gu, ''), ...lower.split(/[\s\p{P}]+/u)])
      if ([...form].length > 1) words.add(form);
  }
  return [...words].sort((a, b) => b.length - a.length);
}

/** What is left of a password without its owner's words. */
function without(words: readonly string[], password: string): string {
  let rest = password.toLowerCase();
  for (const word of words) if ([...word].length > 2) rest = rest.replaceAll(word, '');
  return rest;
}

/** Each has a sentence: see errors.password_weak. */
function weakness({ sequence, feedback }: ZxcvbnResult): string {
  const patterns = sequence.map((match) => ('dictionaryName' in match ? String(match.dictionaryName) : match.pattern));
  if (patterns.includes('userInputs')) return 'own';
  switch (feedback.warning) {
    case 'topTen':
    case 'topHundred':
    case 'common':
    case 'similarToCommon':
      return 'common';
    case 'straightRow':
    case 'keyPattern':
      return 'keys';
    case 'simpleRepeat':
    case 'extendedRepeat':
      return 'repeat';
    case 'sequences':
      return 'sequence';
    case 'recentYears':
    case 'dates':
      return 'date';
    case 'wordByItself':
    case 'namesByThemselves':
    case 'commonNames':
      return 'word';
    default:
      return 'short';
  }
}

/**
 * Lets only passwords pass that are hard to guess, also for somebody who knows the person. Refusals at `password`:
 * `password_too_short`, `password_too_long`, `password_weak` (with `why`).
 * @param own name, address, firm: what others know of the person
 */
export async function requireStrong(password: string, own: readonly (string | null | undefined)[]): Promise<void> {
  if ([...password].length < shortestPassword)
    throw new Refusal('password_too_short', 422, { min: shortestPassword }, 'password');
  if (password.length > longestPassword)
    throw new Refusal('password_too_long', 422, { max: longestPassword }, 'password');
  estimator ??= load();
  const estimate = await estimator;
  const words = ownWords(own);
  const read = [...password].slice(0, longestEstimated).join('');
  const result = estimate.check(read, words);
  const least = [...password].length >= longPassword ? leastScore.long : leastScore.short;
  if (result.score < least) throw new Refusal('password_weak', 422, { why: weakness(result) }, 'password');
  const rest = without(words, read);
  // Who knows the person has those words for nothing.
  if (rest.length < read.length && estimate.check(rest).score < leastScore.long)
    throw new Refusal('password_weak', 422, { why: 'own' }, 'password');
}
