const terminal = process.stderr.isTTY && !process.env.CI;
const columns = () => process.stderr.columns || 80;

/**
 * Does one step of a start, showing that it goes on: a ticking line in a terminal, a line now and then elsewhere.
 * @template T
 * @param {string} title what is being done, e.g. "Building the pages"
 * @param {(note: (text: string) => void) => Promise<T>} task gets a way to say how far it is
 * @returns {Promise<T>}
 */
export async function step(title, task) {
  const begin = performance.now();
  const seconds = () => ((performance.now() - begin) / 1000).toFixed(1);
  let detail = '';
  const show = () => {
    const line = `… ${title}, ${Math.floor(Number(seconds()))} s${detail ? ` (${detail})` : ''}`;
    if (terminal) process.stderr.write(`\r\x1b[K${line.slice(0, columns() - 1)}`);
    else console.error(line);
  };
  if (terminal) show();
  else console.error(`… ${title}`);
  const ticker = setInterval(show, terminal ? 500 : 10_000);
  const finish = (sign) => {
    clearInterval(ticker);
    console.error(`${terminal ? '\r\x1b[K' : ''}${sign} ${title}, ${seconds()} s`);
  };
  try {
    const result = await task((text) => {
      detail = text;
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
