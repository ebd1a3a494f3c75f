// Which of a list of ready texts was pressed (`mau`, its place in the list).
import { z } from 'zod';

const pressed = z.object({ mau: z.coerce.number().int() });

/** @returns undefined when none was pressed, or there is none at that place */
export function readyText<T>(body: unknown, texts: readonly T[]): T | undefined {
  const read = pressed.safeParse(body);
  return read.success ? texts[read.data.mau] : undefined;
}
