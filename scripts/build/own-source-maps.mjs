// Source maps that cover our own code and leave out that of other packages and data.
import { decode, encode } from '@jridgewell/sourcemap-codec';

/**
 * @param {string} text a source map of esbuild
 * @returns {string} the same without segments for `node_modules` or data, and without sources' contents
 */
export function ofOwnCode(text) {
  const { version, sources, names, mappings } = JSON.parse(text);
  const kept = new Numbering(sources);
  const keptNames = new Numbering(names);
  const own = sources.map((source) => /\.[cm]?ts$/.test(source) && !/(^|\/)node_modules\//.test(source));
  const lines = decode(mappings).map((segments) => {
    const written = [];
    for (const [column, source, line, sourceColumn, name] of segments) {
      if (source !== undefined && own[source]) {
        const place = [column, kept.of(source), line, sourceColumn];
        written.push(name === undefined ? place : [...place, keptNames.of(name)]);
      } else if (written.at(-1)?.length > 1) {
        // Ends the range of the segment before it.
        written.push([column]);
      }
    }
    return written;
  });
  return JSON.stringify({ version, sources: kept.list, names: keptNames.list, mappings: encode(lines) });
}

/** Renumbers the names and sources that are used. */
class Numbering {
  list = [];
  #numbers = new Map();

  constructor(all) {
    this.all = all;
  }

  of(index) {
    if (!this.#numbers.has(index)) this.#numbers.set(index, this.list.push(this.all[index]) - 1);
    return this.#numbers.get(index);
  }
}
