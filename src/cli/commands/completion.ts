import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** The words that can follow a command: `token` -> `access session app explain expire`, with its flags. */
type Words = Map<string, string[]>;

/** Each shell's script over the same words. */
const scripts: Record<string, (words: Words) => string> = {
  bash: (words) => `_jtl_emulator() {
  local path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -* ]] || path="$path $word"; done
  case "\${path# }" in
${[...words].map(([path, next]) => `    ${quoted(path)}) COMPREPLY=($(compgen -W ${quoted(next.join(' '))} -- "\${COMP_WORDS[COMP_CWORD]}")) ;;`).join('\n')}
  esac
}
complete -o default -F _jtl_emulator jtl-emulator
`,
  zsh: (words) => `autoload -U +X bashcompinit && bashcompinit\n${scripts['bash']!(words)}`,
  fish: (words) =>
    [...words]
      .map(([path, next]) => {
        const seen =
          path === ''
            ? '__fish_use_subcommand'
            : `__fish_seen_subcommand_from ${path.split(' ').at(-1) ?? ''}`;
        return `complete -c jtl-emulator -n ${quoted(seen)} -f -a ${quoted(next.join(' '))}\n`;
      })
      .join(''),
};

/** `completion bash|zsh|fish`: a script to source. */
export function addCompletionCommand(program: Command, context: CliContext): void {
  program
    .command('completion <SHELL>')
    .description('print a completion script for bash, zsh or fish')
    .action((shell: string) => {
      const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
      if (script === undefined) {
        throw new CliFailure(
          `no completion for '${shell}'; there is ${Object.keys(scripts).join(', ')}`,
          exitCodes.wrongInput,
        );
      }
      context.write(script(wordsOf(program)));
    });
}

function wordsOf(program: Command): Words {
  const words: Words = new Map();
  const visit = (command: Command, path: string) => {
    const flags = command.options.flatMap((option) => option.long ?? []);
    words.set(path, [...command.commands.map((one) => one.name()), ...flags]);
    for (const one of command.commands) visit(one, `${path} ${one.name()}`.trim());
  };
  visit(program, '');
  return words;
}

function quoted(text: string): string {
  return `'${text}'`;
}
