/** One instruction of a Dockerfile, in the stage it belongs to. */
export interface Instruction {
  stage: string;
  name: string;
  /** The rest of the line, continuation lines joined. */
  text: string;
}

/** @returns the instructions in order; a stage without a name is called `final` */
export function readDockerfile(source: string): Instruction[] {
  let stage = '';
  return source
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', text = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      if (name === 'FROM') stage = / AS (\S+)$/.exec(text)?.[1] ?? 'final';
      return { stage, name, text };
    });
}

/** @returns the variables of ENV instructions */
export function variablesOf(instructions: readonly Instruction[]): Record<string, string> {
  const pairs = instructions.filter(({ name }) => name === 'ENV').flatMap(({ text }) => text.split(/\s+/));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}
