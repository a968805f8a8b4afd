import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { ContractReport } from '../../control/contract/report.ts';
import { type CliContext, talkFor } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

interface ReportOptions {
  format: 'table' | 'json' | 'junit' | 'html';
  output?: string;
  failOn: 'violation' | 'advice' | 'never';
}

const mediaTypes = { json: 'application/json', junit: 'application/xml', html: 'text/html' } as const;

/** `contract report|clear`. */
export function addContractCommands(program: Command, context: CliContext): void {
  const contract = program.command('contract').description('the verdict on the apps that were run');
  contract
    .command('report')
    .description('show what apps used and did wrong')
    .addOption(
      new Option('--format <FORMAT>', 'how').choices(['table', 'json', 'junit', 'html']).default('table'),
    )
    .option('--output <FILE>', 'write it to a file')
    .addOption(
      new Option('--fail-on <WHAT>', 'exit 1 if there is any')
        .choices(['violation', 'advice', 'never'])
        .default('never'),
    )
    .action(async (options: ReportOptions, command: Command) => {
      const { client, output } = talkFor(command, context);
      const report = await client.get<ContractReport>('contract');
      if (options.format === 'table') output.show(report, () => tableOf(report));
      else
        await print(
          await (await client.open('contract', { Accept: mediaTypes[options.format] })).text(),
          options,
          context,
        );
      const wrong = report.violations + (options.failOn === 'advice' ? report.advice : 0);
      if (options.failOn !== 'never' && wrong > 0) {
        throw new CliFailure(
          `${report.violations} violations, ${report.advice} pieces of advice`,
          exitCodes.failed,
        );
      }
    });
  contract
    .command('clear')
    .description('forget what apps did')
    .action(async (_options: object, command: Command) => {
      await talkFor(command, context).client.delete('contract');
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
