import type { Locale } from '@/i18n/locale';
import type { Mail } from '../mail';
import { renderHtml } from '../render-html';
import { renderText } from '../render-text';
import { letterByName } from './catalogue';

/** A letter as a mail; null for a name that no letter has (any more). */
export function renderLetter(name: string, props: object, locale: Locale): Mail | null {
  const kind = letterByName.get(name);
  if (!kind) return null;
  const letter = kind.compose(props as never, locale);
  return { subject: letter.subject, html: renderHtml(letter), text: renderText(letter) };
}
