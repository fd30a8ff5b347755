import type { Locale } from '@/i18n/locale';
import type { Block, Letter, Row } from '../block';
import { oneLine } from '../escape';

/** What a letter says, in one language. Strings are plain text; the renderers escape. */
export interface LetterText {
  subject: string;
  title: string;
  /** What it is about, a paragraph each. The first stands in lists of mails beside the subject. */
  text: string[];
  /** The one thing to do, if there is one; `text` stands above the button. */
  button?: { text: string; label: string; href: string };
  /** Facts to compare, such as when and from where. */
  rows?: Row[];
  /** What else is good to know, such as how long a link holds and what to do when one did not ask for it. */
  notes?: string[];
  /** Why the reader gets this. */
  why: string;
}

/** A kind of mail to one person. `compose` is pure: everything it says is in the props. */
export interface LetterKind<Props extends object = never> {
  /** Under this name it waits in the database: never changed, never used again. */
  readonly name: string;
  compose(props: Props, locale: Locale): Letter;
  /** Props as they may be, for the test of every letter and for the eye. */
  readonly sample: Props;
}

/**
 * Declares a letter: its text in both languages, from the same props. Props travel as JSON: strings, numbers, booleans,
 * null, lists and plain objects of them.
 */
export function letter<Props extends object>(kind: {
  name: string;
  sample: Props;
  en: (props: Props) => LetterText;
  zh: (props: Props) => LetterText;
}): LetterKind<Props> {
  return {
    name: kind.name,
    sample: kind.sample,
    compose: (props, locale) => composed(locale === 'en' ? kind.en(props) : kind.zh(props), locale),
  };
}

function composed(said: LetterText, locale: Locale): Letter {
  const { text, button, rows, notes = [] } = said;
  const paragraph = (one: string): Block => ({ kind: 'paragraph', text: one });
  return {
    locale,
    subject: oneLine(said.subject),
    preview: text[0] ?? '',
    brand: 'Fairway',
    title: said.title,
    subtitle: '',
    blocks: [
      ...text.map(paragraph),
      ...(rows ? [{ kind: 'rows', rows } as const] : []),
      ...(button
        ? [{ kind: 'action', text: button.text, button: { label: button.label, href: button.href } } as const]
        : []),
      ...notes.map(paragraph),
    ],
    footer: { lines: [said.why], links: [] },
  };
}
