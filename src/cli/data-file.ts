import { readFile } from 'node:fs/promises';
import { CliFailure, exitCodes } from './failures.ts';

/**
 * @param file JSON or YAML (of which JSON is a part)
 * @throws CliFailure when it cannot be read or does not contain an object
 */
export async function readData(file: string): Promise<object> {
  const data = await parsed(file);
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  throw new CliFailure(`${file} must hold one JSON or YAML object`, exitCodes.wrongInput);
}

async function parsed(file: string): Promise<unknown> {
  const { parse } = await import('../platform/yaml.ts');
  try {
    return parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0] ?? '';
    throw new CliFailure(`${file} cannot be read: ${reason}`, exitCodes.wrongInput);
  }
}
