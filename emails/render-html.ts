import type { Block, Letter, Row, Tone } from './block';
import { escapeHtml, oneLine } from './escape';

// Mail programs know no variables and few selectors: light colours stand inline, dark ones in a style block by class.
const ink: Record<Tone, string> = { good: '#1a6b3c', warn: '#8a4b00', bad: '#b02a1e', neutral: '#38495a' };
const soft: Record<Tone, string> = { good: '#e1f2e7', warn: '#fcefd8', bad: '#fce7e4', neutral: '#eaeff3' };
const font =
  "font-family:Inter,'PingFang SC','Hiragino Sans GB','Noto Sans CJK SC','Microsoft YaHei',system-ui,-apple-system,'Segoe UI',Arial,sans-serif";

const darkStyles = `@media (prefers-color-scheme: dark) {
.canvas{background:#0a131a!important}.paper{background:#111d26!important;border-color:#22323e!important}
.line{border-color:#22323e!important}.ink{color:#e9f0f5!important}.ink2{color:#b7c6d2!important}.ink3{color:#8fa3b2!important}
.link{color:#8cc8ee!important}.button{background:#8cc8ee!important;color:#06202f!important}
.good{color:#6fd197!important}.warn{color:#f0b65c!important}.bad{color:#ff9a8b!important}.neutral{color:#b7c6d2!important}
.good-soft{background:#12301f!important}.warn-soft{background:#35260c!important}.bad-soft{background:#3c1a17!important}.neutral-soft{background:#0d1820!important}
}
@media (max-width: 480px){.pad{padding-left:16px!important;padding-right:16px!important}}`;

const text = (value: string): string => escapeHtml(oneLine(value));

function link(label: string, href: string, style = ''): string {
  return `<a class="link" href="${escapeHtml(href)}" style="color:#12456b;text-decoration:underline;${style}">${text(label)}</a>`;
}

function rowHtml({ title, href, figure, tone = 'neutral', word, details = [] }: Row): string {
  const name = href
    ? link(title, href, 'font-weight:600')
    : `<span class="ink" style="color:#0d1d2b;font-weight:600">${text(title)}</span>`;
  const state = word ? `<br><span class="${tone}" style="color:${ink[tone]};font-size:13px">${text(word)}</span>` : '';
  const notes = details
    .map((detail) => `<div class="ink2" style="color:#38495a;font-size:13px;padding-top:2px">${text(detail)}</div>`)
    .join('');
  return `<tr><td class="line" style="padding:10px 12px 10px 0;border-bottom:1px solid #dbe3e9;vertical-align:top">${name}${notes}</td><td class="line ink" align="right" style="padding:10px 0;border-bottom:1px solid #dbe3e9;vertical-align:top;white-space:nowrap;color:#0d1d2b;font-weight:600">${figure ? text(figure) : ''}${state}</td></tr>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 class="ink" style="margin:28px 0 6px;font-size:16px;line-height:24px;color:#0d1d2b">${text(block.text)}</h2>`;
    case 'paragraph':
      return `<p class="ink2" style="margin:6px 0;font-size:14px;line-height:22px;color:#38495a">${text(block.text)}</p>`;
    case 'state':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="${block.tone}-soft" style="background:${soft[block.tone]};border-radius:8px;padding:12px 14px;font-size:14px;line-height:22px"><span class="${block.tone}" style="color:${ink[block.tone]};font-weight:600">${text(block.title)}</span>${block.details
        .map((detail) => `<div class="ink2" style="color:#38495a;font-size:13px">${text(detail)}</div>`)
        .join('')}</td></tr></table>`;
    case 'rows':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px;line-height:20px">${block.rows.map(rowHtml).join('')}</table>`;
    case 'action':
      return `<p class="ink" style="margin:6px 0 14px;font-size:14px;line-height:22px;color:#0d1d2b">${text(block.text)}</p><a class="button" href="${escapeHtml(block.button.href)}" style="display:inline-block;background:#12456b;color:#ffffff;text-decoration:none;font-size:14px;font-weight:600;padding:10px 18px;border-radius:8px">${text(block.button.label)}</a>`;
    case 'links':
      return `<p style="margin:24px 0 0;font-size:14px;line-height:24px">${block.links.map(({ label, href }) => link(label, href)).join(' &nbsp;·&nbsp; ')}</p>`;
  }
}

/** The letter as HTML: tables and inline styles, 600 px, no pictures, light and dark. */
export function renderHtml(letter: Letter): string {
  const footer = [
    ...letter.footer.lines.map(text),
    letter.footer.links.map(({ label, href }) => link(label, href)).join(' &nbsp;·&nbsp; '),
  ].join('<br>');
  return `<!doctype html>
<html lang="${letter.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${text(letter.subject)}</title>
<style>${darkStyles}</style>
</head>
<body class="canvas" style="margin:0;padding:0;background:#f3f6f8">
<div style="display:none;max-height:0;overflow:hidden">${text(letter.preview)}</div>
<table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f6f8;${font}">
<tr><td align="center" style="padding:24px 8px">
<table role="presentation" class="paper" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #dbe3e9;border-radius:12px">
<tr><td class="pad" style="padding:24px 28px 28px">
<div class="ink3" style="color:#536678;font-size:13px;line-height:20px">${text(letter.brand)}</div>
<h1 class="ink" style="margin:2px 0 0;font-size:22px;line-height:30px;color:#0d1d2b">${text(letter.title)}</h1>
<p class="ink3" style="margin:2px 0 18px;font-size:13px;line-height:20px;color:#536678">${text(letter.subtitle)}</p>
${letter.blocks.map(blockHtml).join('\n')}
</td></tr></table>
<div class="ink3" style="max-width:600px;padding:16px 20px;color:#536678;font-size:12px;line-height:20px;text-align:left">${footer}</div>
</td></tr></table>
</body>
</html>
`;
}
