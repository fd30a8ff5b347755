/** Shown as nothing, or able to turn the text around them: a name with them is not what it looks like. */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e01ef}]/u;

// What joins letters of some scripts, and the parts of an emoji, says something there and nothing elsewhere.
const joined =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}])[\u200c\u200d]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu;
const joiner = /[\u200c\u200d]/u;

const blanks = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u3000]+/gu;

/** More marks on one letter than any language writes. */
const piled = /\p{M}{4}/u;

export type PlainName = { name: string } | { problem: 'missing' | 'too_long' | 'tricky' };

/**
 * A name as people may give one to a firm, a person, a key, a feed: one line, blanks made single, Unicode composed (NFC).
 * `tricky` is what cannot be seen for what it is: control, direction and zero-width characters, piled-up accents.
 * @param longest in characters as people count them, roughly (code points)
 */
export function plainName(text: string, longest: number): PlainName {
  // Beyond this nothing needs to be looked at to know that it is too long.
  if (text.length > longest * 8 + 1000) return { problem: 'too_long' };
  const name = text.normalize('NFC').replace(blanks, ' ').trim();
  if (name === '') return { problem: 'missing' };
  if (unseen.test(name) || joiner.test(name.replace(joined, '')) || piled.test(name.normalize('NFD')))
    return { problem: 'tricky' };
  return [...name].length > longest ? { problem: 'too_long' } : { name };
}
