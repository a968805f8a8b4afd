// The constructions that the project's English leaves out, for the rule `prose/plain-english` (eslint.prose.js) and for
// markdown.mjs. A pattern with `start` applies only where a sentence begins.

/** A word in any case, between word boundaries. */
function words(...alternatives) {
  return new RegExp(String.raw`\b(?:${alternatives.join('|')})\b`, 'gi');
}

/** @type {readonly { name: string, pattern: RegExp, start?: true, advice: string }[]} */
export const patterns = [
  {
    name: 'metaphor for an interface',
    pattern: words(
      '(?<!next )doors?',
      String.raw`ways? (?:in|out)(?! (?:which|that|the|an?|this|any)\b)`,
      'gates?',
      'gatekeepers?',
    ),
    advice: 'name the listener, proxy, endpoint, wire format or authorization check',
  },
  {
    name: 'metaphor for a system',
    pattern: words(
      String.raw`houses?(?!(?: |-)(?:numbers?|blend))`,
      'twins?',
      'outsiders?',
      'halls?',
      'misfits?',
      'rooms?',
    ),
    advice: 'name the tenant, edition, operation, client or folder',
  },
  {
    name: 'metaphor for storage',
    pattern: words(
      String.raw`shel(?:f|ves)(?!(?: |-)(?:life|warmers?))`,
      '(?<!help )desks?',
      '(?<!general )ledgers?',
    ),
    advice: 'name the collection, store, index or fixture source',
  },
  {
    name: 'metaphor for an event',
    pattern: words(
      'strikes?',
      'struck',
      'verdicts?',
      'hears?',
      'heard(?! und McDonald)',
      'unheard',
      'at hand',
    ),
    advice: 'use apply, result, receive, available',
  },
  {
    name: '"is no X"',
    pattern:
      /(?<!\bthere )\b(?:is|are|was|were|be|being) no (?!(?:longer|more|less|fewer|later|earlier|other|different|better|worse)\b)/gi,
    advice: 'write "is not a X"',
  },
  {
    name: 'indefinite relative pronoun',
    pattern: words('who(?:so|m)?ever', 'what(?:so)?ever', 'whichever', 'nobody(?!@)', 'somebody', 'no one'),
    advice: 'name the subject: the caller, the client, any value, no caller',
  },
  {
    name: '"nothing" as subject',
    start: true,
    pattern: /^nothing (?!(?:to|but|so far|yet)\b)/i,
    advice: 'say what does not happen: "The call changes nothing"',
  },
  {
    name: 'free relative clause as subject',
    start: true,
    pattern: /^(?:what|who|whom|whose) (?![^.]*\?)/i,
    advice: 'begin with a noun: "The values that ..."',
  },
  {
    name: 'free relative clause after a preposition',
    pattern: words(
      '(?:of|for|to|by|from|about|with|at|on|upon|behind|between|but) (?:what|whom) (?:is|are|was|were|it|they|he|she|the|an?|has|have|can|may|must|does|do|did)',
    ),
    advice: 'name the thing: "the values that ..."',
  },
  {
    name: 'inverted word order',
    start: true,
    pattern:
      /^(?:told|named|gone|kept|refused|taken|given|made|left|seen|meant|missing|served|counted|shown|read|written|sent|listed|allowed|known|wanted|checked|asked|stored|saved|used|ignored) (?:of|is|are|was|were|as soon)\b/i,
    advice: 'put the subject first',
  },
  {
    name: 'inverted auxiliary',
    pattern:
      /(?:^|[.,;:] )(?:nor|so|neither|never|only then) (?:is|are|was|were|does|do|did|has|have|had|can|could|may|must|will|would)\b(?! not\b)/gi,
    advice: 'put the subject before the verb',
  },
  {
    name: '"for" as conjunction',
    pattern: /, for (?:it|they|there|he|she) (?!to\b)\w+/gi,
    advice: 'use "because"',
  },
  {
    name: 'old word',
    pattern: words(
      'whence',
      'thence',
      'hence',
      'thereof',
      'wherein',
      'whereof',
      'lest',
      'ere',
      'anew',
      'all but',
      'none but',
      'nothing but',
      'save for',
      'but for',
      'if need be',
      'unless told',
      String.raw`(?:is|are|be|was|were|being|gets?) told`,
    ),
    advice: 'use the everyday word: again, except, otherwise, receives',
  },
  {
    name: 'default stated as absence',
    pattern: /\babsent: /gi,
    advice: 'write "default: ..." or "undefined if ..."',
  },
];

/** Text that is not prose: code, addresses, JSDoc types. Each becomes a word, so that sentences stay whole. */
const quoted = /```[\s\S]*?```|`[^`]*`|\bhttps?:\/\/\S+|\{@link [^}]*\}|"[^"\n]{1,60}"/g;
/** A sentence begins at the start, after a full stop, semicolon or question mark, and after a JSDoc tag. */
const sentence = /(?<=^|[.;?!] |@(?:returns?|throws) )(?=[^\s])/g;
const tagWithName = /@(?:param|template|property) +(?:\[?[\w.]+\]?) +/g;

/**
 * Finds what is not plain English.
 * @param {string} text prose of one comment, message, name or paragraph, without markup
 * @param {boolean} [isTitle] true for headings, which may be clauses: "What is not emulated"
 * @returns {{ name: string, words: string, advice: string }[]} in the order of the table
 */
export function findings(text, isTitle = false) {
  const prose = text.replace(quoted, 'code').replace(tagWithName, '@returns ').replace(/\s+/g, ' ').trim();
  const sentences = [...prose.matchAll(sentence)].map(({ index }) => prose.slice(index));
  const applied = isTitle
    ? patterns.filter(({ name }) => name !== 'free relative clause as subject')
    : patterns;
  return applied.flatMap(({ name, pattern, start, advice }) =>
    (start ? sentences : [prose]).flatMap((part) => {
      const found = start ? part.match(pattern)?.[0] : part.match(pattern);
      return [found ?? []].flat().map((match) => ({ name, words: match.trim(), advice }));
    }),
  );
}
