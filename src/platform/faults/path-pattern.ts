/**
 * @param pattern a path in which `*` stands for one segment or a part of it, `**` for any number of segments
 * @returns what matches whole paths, ignoring case as the Wawi API does
 */
export function pathPattern(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => ({ '**': '.*', '*': '[^/]*' })[part] ?? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}/?$`, 'i');
}
