/**
 * @param name a host name or an address, IPv6 without brackets
 * @returns whether it always refers to the machine itself
 */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(name);
}
