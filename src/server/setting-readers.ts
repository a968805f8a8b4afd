// Readers of settings: each takes the text that a setting was given as, and throws an Error with what would be right.

export const text = (value: string): string => {
  if (value === '') throw new Error('must not be empty');
  return value;
};
export const url = (value: string): string => {
  if (!URL.canParse(value) || !/^https?:/.test(value))
    throw new Error('must be a URL such as http://127.0.0.1:5850');
  return value.replace(/\/$/, '');
};
export const portNumber = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new Error('must be a port from 0 (any free one) to 65535');
  return Number(value);
};
export const yesOrNo = (value: string): boolean => {
  if (['true', '1', 'yes'].includes(value)) return true;
  if (['false', '0', 'no', ''].includes(value)) return false;
  throw new Error('must be true or false');
};
export const among =
  <const T extends string>(...allowed: readonly T[]) =>
  (value: string): T => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };

/** @param value `done` is an earlier name of `complete` */
export function setupState(value: string): 'complete' | 'pending' {
  return value === 'done' ? 'complete' : among('complete', 'pending')(value);
}
