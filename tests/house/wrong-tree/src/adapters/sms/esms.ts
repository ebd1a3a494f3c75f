export const esms = 1;
