import type { Block, Letter, Row } from './block';
import { oneLine } from './escape';

const rowText = ({ title, figure, word, details = [], href }: Row): string =>
  [
    `* ${oneLine(title)}${figure ? `: ${oneLine(figure)}` : ''}${word ? ` (${oneLine(word)})` : ''}`,
    ...details.map((detail) => `  ${oneLine(detail)}`),
    ...(href ? [`  ${href}`] : []),
  ].join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\n== ${oneLine(block.text)} ==`;
    case 'paragraph':
      return oneLine(block.text);
    case 'state':
      return [oneLine(block.title), ...block.details.map((detail) => `  ${oneLine(detail)}`)].join('\n');
    case 'rows':
      return block.rows.map(rowText).join('\n');
    case 'action':
      return `${oneLine(block.text)}\n${oneLine(block.button.label)}: ${block.button.href}`;
    case 'links':
      return block.links.map(({ label, href }) => `${oneLine(label)}: ${href}`).join('\n');
  }
}

/** The letter as plain text, for readers and programs that show no HTML. */
export function renderText(letter: Letter): string {
  const footer = [
    ...letter.footer.lines.map(oneLine),
    ...letter.footer.links.map(({ label, href }) => `${oneLine(label)}: ${href}`),
  ];
  return [
    `${letter.brand} · ${oneLine(letter.title)}`,
    oneLine(letter.subtitle),
    '',
    ...letter.blocks.map(blockText),
    '',
    '-- ',
    ...footer,
    '',
  ].join('\n');
}
