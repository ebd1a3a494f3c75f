// What a hand writes for one question on the blank form that is printed.

export type PaperLine =
  | { readonly kind: 'line'; readonly label: string; readonly lines?: number }
  /** One box for each figure, in groups: a date is 2, 2, 4. */
  | { readonly kind: 'figures'; readonly label: string; readonly groups: readonly number[] }
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly string[] }
  | { readonly kind: 'tick'; readonly text: string };

/** More choices than this are written, not ticked. */
const MOST_CHOICES = 8;

/** Choices to tick, or a line to write the one that fits. */
export function choiceOnPaper(label: string, options: readonly { readonly label: string }[]): PaperLine[] {
  if (options.length === 0 || options.length > MOST_CHOICES) return [{ kind: 'line', label }];
  return [{ kind: 'choice', label, options: options.map((option) => option.label) }];
}
