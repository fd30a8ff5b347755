/** Characters that open, close or quote. */
const STRUCTURE = /["{}[\]]/g;
const STRING_END = /["\\]/g;

/**
 * Cuts JSON text into the texts of its elements, piece by piece: the elements of the array, or the lines of NDJSON. Nothing
 * but the element at hand is held. Own code, because stream parsers build every value from tokens, an order of
 * magnitude slower than JSON.parse on each element, and turn long order numbers into floats on the way.
 */
export class JsonSplitter {
  private rest = '';
  private line = 1;
  private inArray = false;
  private ended = false;

  constructor(private readonly container: 'ndjson' | 'json') {}

  /** At the end: the text stopped within the array. */
  get cutOff(): boolean {
    return this.inArray && !this.ended;
  }

  /** Characters waiting for the end of their element. */
  get pending(): number {
    return this.rest.length;
  }

  write(text: string): { line: number; text: string }[] {
    this.rest += text;
    if (this.container === 'ndjson') return text.includes('\n') ? this.lines(false) : [];
    if (!this.inArray) this.enterArray();
    return this.inArray ? this.elements() : [];
  }

  end(): { line: number; text: string }[] {
    return this.container === 'ndjson' ? this.lines(true) : [];
  }

  private lines(last: boolean): { line: number; text: string }[] {
    const lines = this.rest.split('\n');
    this.rest = last ? '' : lines.pop()!;
    const found = [];
    for (const text of lines) {
      if (text.trim() !== '') found.push({ line: this.line, text });
      this.line++;
    }
    return found;
  }

  // `{"count": 2, "data": [{…}, {…}]}`: the rows are the first array of objects.
  private enterArray(): void {
    const opening = /^\s*\[/.exec(this.rest) ?? /:\s*\[(?=\s*\{)/.exec(this.rest);
    if (!opening) return;
    this.rest = this.rest.slice(opening.index + opening[0].length);
    this.inArray = true;
  }

  private elements(): { line: number; text: string }[] {
    const found: { line: number; text: string }[] = [];
    const s = this.rest;
    let start = 0;
    while (!this.ended) {
      while (start < s.length && ' \t\r\n,'.includes(s[start]!)) start++;
      if (start >= s.length) break;
      if (s[start] === ']') {
        this.ended = true;
        break;
      }
      const end = elementEnd(s, start);
      if (end < 0) break;
      found.push({ line: this.line++, text: s.slice(start, end) });
      start = end;
    }
    this.rest = this.ended ? '' : s.slice(start);
    return found;
  }
}

/** Where the element that starts at `start` ends; -1 when the text ends first. */
function elementEnd(s: string, start: number): number {
  if (s[start] !== '{' && s[start] !== '[' && s[start] !== '"') {
    const scalar = /[,\]\s]/g;
    scalar.lastIndex = start;
    return scalar.exec(s)?.index ?? -1;
  }
  let depth = 0;
  let at = start;
  for (;;) {
    STRUCTURE.lastIndex = at;
    const match = STRUCTURE.exec(s);
    if (!match) return -1;
    at = match.index + 1;
    if (match[0] === '"') {
      at = stringEnd(s, at);
      if (at < 0) return -1;
    } else if (match[0] === '{' || match[0] === '[') depth++;
    else depth--;
    if (depth <= 0) return at;
  }
}

function stringEnd(s: string, from: number): number {
  let at = from;
  for (;;) {
    STRING_END.lastIndex = at;
    const match = STRING_END.exec(s);
    if (!match) return -1;
    if (match[0] === '"') return match.index + 1;
    at = match.index + 2;
  }
}

/** Which of the two a text is that begins so. */
export function jsonContainer(text: string): 'ndjson' | 'json' {
  const start = text.trimStart();
  if (!start.startsWith('{')) return 'json';
  const end = start.indexOf('\n');
  const line = end < 0 ? start : start.slice(0, end);
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    const more = end >= 0 && start.slice(end).trim() !== '';
    // A single line can be one row, or an object with all the rows in it.
    const holdsRows = Object.values(value).some((inner) => Array.isArray(inner) && typeof inner[0] === 'object');
    return more || !holdsRows ? 'ndjson' : 'json';
  } catch {
    const next = end < 0 ? '' : start.slice(end).trimStart();
    return line.trimEnd().endsWith('}') && next.startsWith('{') ? 'ndjson' : 'json';
  }
}
