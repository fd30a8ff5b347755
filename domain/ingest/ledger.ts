/** A slot counts this far by itself. */
const mostInSlot = 255;

/**
 * Counts how often each text occurred, for tens of millions of texts in bounded memory: open addressing on 64-bit hashes
 * in typed arrays, nine bytes a slot, three slots of four filled at most; the few texts that occur hundreds of times are counted
 * beside it. Two texts sharing a hash is a matter of one in 10^5 for a file of 2 GB.
 */
export class Ledger {
  #high = new Uint32Array(1 << 16);
  #low = new Uint32Array(1 << 16);
  #count = new Uint8Array(1 << 16);
  readonly #beyond = new Map<string, number>();
  #used = 0;

  /** Counts `text` once more and answers how often it has occurred, from 1. */
  add(text: string): number {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ (c + i), 0x85ebca6b);
      b ^= b >>> 13;
    }
    if (this.#used * 4 > this.#count.length * 3) this.#grow();
    const slot = this.#find(a >>> 0, b >>> 0);
    const n = this.#count[slot]!;
    if (n === mostInSlot) {
      const more = (this.#beyond.get(text) ?? mostInSlot) + 1;
      this.#beyond.set(text, more);
      return more;
    }
    if (n === 0) {
      this.#high[slot] = a >>> 0;
      this.#low[slot] = b >>> 0;
      this.#used++;
    }
    this.#count[slot] = n + 1;
    return n + 1;
  }

  #find(high: number, low: number): number {
    const mask = this.#count.length - 1;
    let slot = (high ^ Math.imul(low, 0x2c1b3c6d)) & mask;
    while (this.#count[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, count] = [this.#high, this.#low, this.#count];
    const size = count.length * 2;
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#count = new Uint8Array(size);
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0) continue;
      const slot = this.#find(high[i]!, low[i]!);
      this.#high[slot] = high[i]!;
      this.#low[slot] = low[i]!;
      this.#count[slot] = count[i]!;
    }
  }
}
