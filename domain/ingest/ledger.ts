/**
 * Counts how often each text occurred, for tens of millions of texts in bounded memory: open addressing on 64-bit hashes
 * in typed arrays, ten bytes a slot. Two texts sharing a hash is a matter of one in 10^5 for a file of 2 GB.
 */
export class Ledger {
  #high = new Uint32Array(1 << 16);
  #low = new Uint32Array(1 << 16);
  #count = new Uint16Array(1 << 16);
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
    if (this.#used * 2 > this.#count.length) this.#grow();
    const slot = this.#find(a >>> 0, b >>> 0);
    if (this.#count[slot] === 0) {
      this.#high[slot] = a >>> 0;
      this.#low[slot] = b >>> 0;
      this.#used++;
    }
    const n = Math.min(this.#count[slot]! + 1, 65_535);
    this.#count[slot] = n;
    return n;
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
    this.#count = new Uint16Array(size);
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0) continue;
      const slot = this.#find(high[i]!, low[i]!);
      this.#high[slot] = high[i]!;
      this.#low[slot] = low[i]!;
      this.#count[slot] = count[i]!;
    }
  }
}
