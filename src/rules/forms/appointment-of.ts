// The visit that answers make an appointment for.
import type { Answers } from './answers.ts';
import type { FormContext } from './context.ts';
import type { FormDefinition } from './definition.ts';

/** The half-day that was chosen (`halfDayText`), null when the form asks for none. */
export function appointmentOf(definition: FormDefinition, answers: Answers): string | null {
  const field = definition.pages
    .flatMap((page) => page.fields)
    .find(({ type, key }) => type === 'appointment' && typeof answers[key] === 'string');
  const answer = field && answers[field.key];
  return typeof answer === 'string' ? answer : null;
}

/** The context in which an appointment made before stays good, though its day may have come: only a new one is held against the calendar. */
export function keepingAppointment(context: FormContext, made: string | null): FormContext {
  const { halfDays } = context;
  return halfDays && made ? { ...context, halfDays: () => [...new Set([made, ...halfDays()])] } : context;
}
