// Figures in the text format that Prometheus reads (version 0.0.4): a line of help, a line of type, a line for each value.

export interface Metric {
  /** With the unit at its end, e.g. `motcua_oldest_job_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  /** What is not known has no value. */
  readonly values: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];
}

/** One value without labels; none for null. */
export const gauge = (name: string, help: string, value: number | null): Metric => ({
  name,
  help,
  type: 'gauge',
  values: value === null ? [] : [[{}, value]],
});

const escaped = (text: string) =>
  text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`);

/** The figures as one text. */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics
    .map(({ name, help, type, values }) => {
      const lines = values.map(([labels, value]) => {
        const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
        return `${name}${named.length > 0 ? `{${named.join(',')}}` : ''} ${value}\n`;
      });
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}
