// Plain data with instants in it, as text and back: what a paper is made from, on its way into a thread.

const MOMENT = '~moment';

export const momentsKept = {
  write(data: unknown): string {
    return JSON.stringify(data, function (this: Record<string, unknown>, key: string, value: unknown) {
      // The value has become a text by now.
      const whole = this[key];
      return whole instanceof Temporal.Instant ? { [MOMENT]: value } : value;
    });
  },
  read(text: string): unknown {
    return JSON.parse(text, (_, value: unknown) => {
      const moment = typeof value === 'object' && value !== null ? Reflect.get(value, MOMENT) : undefined;
      return typeof moment === 'string' ? Temporal.Instant.from(moment) : value;
    });
  },
};
