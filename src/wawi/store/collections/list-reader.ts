import { reader } from './order.ts';

/**
 * @param path a path that may run through lists: `categories[].categoryId`, `manufacturerId`, `childIds[]`
 * @returns a function that reads every value at it; absent steps give nothing
 */
export function listReader(path: string): (source: unknown) => unknown[] {
  let read = compiled.get(path);
  if (!read) compiled.set(path, (read = compile(path)));
  return read;
}

/** Paths come from the kinds' tables and are read at every write, so each is taken apart once. */
const compiled = new Map<string, (source: unknown) => unknown[]>();

function compile(path: string): (source: unknown) => unknown[] {
  const [head = '', ...rest] = path.split('[]');
  const readHead = head === '' ? (source: unknown) => source : reader(head.replace(/^\./, ''));
  if (rest.length === 0) {
    return (source) => {
      const value = readHead(source);
      return value === undefined || value === null ? [] : [value];
    };
  }
  const tail = rest.join('[]');
  const readTail = tail === '' ? (element: unknown) => [element] : listReader(tail);
  return (source) => {
    const list = readHead(source);
    return Array.isArray(list) ? list.flatMap(readTail) : [];
  };
}
