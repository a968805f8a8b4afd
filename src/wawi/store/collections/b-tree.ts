// The package's modules are CommonJS with a `default` export of their own, which Node's ESM sees as `module.exports.default`.
import sorted from 'sorted-btree';
import diff from 'sorted-btree/extended/diffAgainst.js';

export const BTree = sorted.default;
export const diffAgainst = diff.default;
export type BTree<K, V> = sorted.default<K, V>;
