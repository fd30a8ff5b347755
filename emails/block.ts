export type Tone = 'good' | 'warn' | 'bad' | 'neutral';

export interface Row {
  title: string;
  href?: string;
  /** The number, right of the title. */
  figure?: string;
  tone?: Tone;
  /** What the tone means, in a word: colour never says it alone. */
  word?: string;
  details?: string[];
}

/**
 * What a mail is made of. Each block is rendered twice, as HTML and as text, from the same strings: what one says, the other
 * says too. Strings are plain text in the reader's language; the renderers escape.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'state'; tone: Tone; title: string; details: string[] }
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'action'; text: string; button: { label: string; href: string } }
  | { kind: 'links'; links: { label: string; href: string }[] };

export interface Letter {
  locale: 'zh-CN' | 'en';
  subject: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
  brand: string;
  title: string;
  subtitle: string;
  blocks: Block[];
  footer: { lines: string[]; links: { label: string; href: string }[] };
}
