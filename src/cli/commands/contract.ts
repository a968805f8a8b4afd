import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { counted } from '../../control/contract/counted.ts';
import type { ContractReport } from '../../control/contract/report.ts';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { formatTable } from '../output.ts';

type Format = 'table' | 'json' | 'junit' | 'html';

interface ReportOptions {
  format?: Format;
  output?: string;
  failOn: 'violation' | 'advice' | 'never';
}

/** The report format that each file extension selects. */
const formatOfEnding: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.xml': 'junit',
  '.html': 'html',
};

const mediaTypes = { json: 'application/json', junit: 'application/xml', html: 'text/html' } as const;

/** `contract report|clear`. */
export function addContractCommands(program: Command, context: CliContext): void {
  const contract = program.command('contract').description('the contract report on the apps that were run');
  contract
    .command('report')
    .description('show the operations that apps used, and their violations')
    .addOption(
      new Option('--format <FORMAT>', 'format (default: by the extension of --output, else table)').choices([
        'table',
        'json',
        'junit',
        'html',
      ]),
    )
    .option('--output <FILE>', 'write it to a file')
    .addOption(
      new Option('--fail-on <WHAT>', 'exit 1 if there is any')
        .choices(['violation', 'advice', 'never'])
        .default('never'),
    )
    .action(async (options: ReportOptions, command: Command) => {
      const { client, output } = commandIo(command, context);
      const report = await client.get<ContractReport>('contract');
      const format = options.format ?? formatOfEnding[extname(options.output ?? '')] ?? 'table';
      if (format !== 'table') {
        const answer = await client.open('contract', { Accept: mediaTypes[format] });
        await print(await answer.text(), options, context);
      } else if (options.output !== undefined) await print(formatTable(tableOf(report)), options, context);
      else output.show(report, () => tableOf(report));
      const wrong = report.violations + (options.failOn === 'advice' ? report.advice : 0);
      if (options.failOn !== 'never' && wrong > 0) {
        throw new CliFailure(
          `${counted(report.violations, 'violation')}, ${counted(report.advice, 'piece')} of advice`,
          exitCodes.failed,
        );
      }
    });
  contract
    .command('clear')
    .description('clear the report')
    .action(async (_options: object, command: Command) => {
      await commandIo(command, context).client.delete('contract');
    });
}

async function print(text: string, { output }: ReportOptions, context: CliContext): Promise<void> {
  if (output === undefined) {
    context.write(text.endsWith('\n') ? text : `${text}\n`);
    return;
  }
  await writeFile(output, text).catch((error: unknown) => {
    throw new CliFailure(
      `--output '${output}' cannot be written: ${(error as Error).message}`,
      exitCodes.wrongInput,
    );
  });
}

function tableOf(report: ContractReport): string[][] {
  return [
    ['APP', 'SEVERITY', 'RULE', 'OPERATION', 'TIMES', 'FINDING'],
    ...report.apps.flatMap((app) =>
      app.breaches.map((one) => [
        app.slug,
        one.severity,
        one.rule,
        one.operationId ?? '',
        String(one.count),
        one.message,
      ]),
    ),
  ];
}
