import { methods, type ContractDocument } from '../../../src/wawi/contract/openapi/model.ts';

/**
 * Writes the type of the names of a document's operations, `METHOD /path`, those of their further paths included.
 * @param name of the type, such as `V2OperationName`
 */
export function operationNames({ info, paths }: ContractDocument, name: string): string {
  const names = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = item[method];
      if (node === undefined) return [];
      const all = [path, ...(node['x-also-at'] ?? []).map((other) => other.path)];
      return all.map((one) => `  | '${method.toUpperCase()} ${one}'`);
    }),
  );
  return `/** The operations of the versions ${info.version}. */\nexport type ${name} =\n${[...new Set(names)].join('\n')};\n`;
}
