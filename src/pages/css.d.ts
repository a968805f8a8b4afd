// The bundler makes a style sheet from these imports.
declare module '*.css';
