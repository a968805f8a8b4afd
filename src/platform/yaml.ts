/**
 * The YAML parser, to be imported late. A module of its own, because a bundler gives a late import of a CommonJS
 * package a default export only.
 */
export { parse, parseDocument } from 'yaml';
