import { readFile } from 'node:fs/promises';
import { CliFailure, exitCodes } from './failures.ts';

/**
 * @param file JSON or YAML (of which JSON is a part)
 * @throws CliFailure when it cannot be read
 */
export async function readData(file: string): Promise<unknown> {
  const { parse } = await import('../platform/yaml.ts');
  try {
    return parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0] ?? '';
    throw new CliFailure(`${file} cannot be read: ${reason}`, exitCodes.wrongInput);
  }
}
