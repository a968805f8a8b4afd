// The package is CommonJS with a `default` export of its own, which Node's ESM sees as `module.exports.default`.
import sorted from 'sorted-btree';

export const BTree = sorted.default;
export type BTree<K, V> = sorted.default<K, V>;
