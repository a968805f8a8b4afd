/**
 * The part of an operation that rests on inference in a version: the existence of the operation itself, or only the shapes
 * of its input and its answer.
 */
export type InferredPart = 'operation' | 'shapes';
