let codes: Map<string, number> | undefined;

/** Every two-byte sequence, read once: Node decodes GB18030 and does not encode it. */
function twoByteCodes(): Map<string, number> {
  const map = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (text.length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, (lead << 8) | trail);
    }
  return map;
}

/** Text as Chinese shop systems export it. Throws for a character outside ASCII and the two-byte range. */
export function encodeGb18030(text: string): Buffer {
  codes ??= twoByteCodes();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let at = 0;
  for (const char of text) {
    const ascii = char.charCodeAt(0);
    if (char.length === 1 && ascii < 0x80) bytes[at++] = ascii;
    else {
      const code = codes.get(char);
      if (code === undefined) throw new Error(`no two-byte code for ${char}`);
      at = bytes.writeUInt16BE(code, at);
    }
  }
  return bytes.subarray(0, at);
}
