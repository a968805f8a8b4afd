// The bundler makes a style sheet of what the pages import.
declare module '*.css';
