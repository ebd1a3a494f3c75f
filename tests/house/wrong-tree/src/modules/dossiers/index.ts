export type D = string; export const d = 'd';
