import { findings } from './scripts/prose/patterns.mjs';

/** Texts of at least this many words are read as prose; shorter ones are names, keys and values. */
const leastWords = 3;
const declarations = new Set(['it', 'test', 'describe']);

/** Joins line comments that stand below each other: together they are one text. */
function comments(sourceCode) {
  const joined = [];
  for (const comment of sourceCode.getAllComments()) {
    const last = joined.at(-1);
    const follows =
      last?.type === 'Line' && comment.type === 'Line' && last.loc.end.line + 1 === comment.loc.start.line;
    if (follows) {
      last.text += ` ${comment.value}`;
      last.loc = { start: last.loc.start, end: comment.loc.end };
    } else {
      joined.push({ type: comment.type, loc: comment.loc, text: comment.value.replace(/^\s*\*/gm, ' ') });
    }
  }
  return joined.filter(({ text }) => !/^\s*(?:eslint|@ts-|prettier)/.test(text));
}

function isProse(text) {
  return /^\s*[A-Za-z…'"(<`]/.test(text) && text.trim().split(/\s+/).length >= leastWords;
}

/** The first argument of `it(...)`, `describe.each(...)(...)` and the like. */
function isTestName(node) {
  let called =
    node.parent.type === 'CallExpression' && node.parent.arguments[0] === node && node.parent.callee;
  while (called && called.type !== 'Identifier') called = called.callee ?? called.object ?? called.tag;
  return Boolean(called) && declarations.has(called.name);
}

const plainEnglish = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { odd: '{{name}}: "{{words}}". {{advice}}.' },
  },
  create(context) {
    const { sourceCode } = context;
    const report = (place, text) => {
      for (const data of findings(text)) context.report({ ...place, messageId: 'odd', data });
    };
    const reportText = (node, text) => {
      // The second part of a concatenation continues a sentence.
      const continues = node.parent.type === 'BinaryExpression' && node.parent.right === node;
      if (isProse(text) || isTestName(node)) report({ node }, continues ? `… ${text}` : text);
    };
    return {
      Program() {
        for (const { loc, text } of comments(sourceCode)) report({ loc }, text);
      },
      Literal(node) {
        if (typeof node.value === 'string') reportText(node, node.value);
      },
      TemplateLiteral(node) {
        reportText(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…'));
      },
    };
  },
};

export const plainProse = {
  files: ['**/*.{ts,js,mjs,cjs}'],
  // They name the words that the rule refuses.
  ignores: ['scripts/prose/patterns.mjs', 'test/prose.test.ts'],
  plugins: { prose: { rules: { 'plain-english': plainEnglish } } },
  rules: { 'prose/plain-english': 'error' },
};
