// The frame of every step: where am I, which procedure, what is wrong, what is saved.
import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { type ErrorLine, Page, StepIndicator } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';
import type { Journey } from './draft-context.ts';
import { vi } from './words.vi.ts';

export interface StepPageProps {
  req: FastifyRequest;
  journey: Journey;
  title: string;
  /** Number in the row of steps, from 1. */
  step: number;
  back?: string | undefined;
  errors?: readonly ErrorLine[] | undefined;
  width?: 'form' | 'text';
  /** Says that the draft is kept; left out where nothing is asked. */
  quiet?: boolean;
  children: ComponentChildren;
}

export function StepPage({
  req,
  journey,
  title,
  step,
  back,
  errors = [],
  width = 'form',
  quiet,
  children,
}: StepPageProps) {
  return (
    <Page {...shellOf(req)} title={title} backLink={back} errors={errors} width={width}>
      <StepIndicator steps={vi.steps} current={step} />
      <p class="govuk-body mc-muted">{journey.procedure.name}</p>
      {children}
      {!quiet && <p class="govuk-body-s mc-muted">{vi.saved}</p>}
    </Page>
  );
}

/** A page with errors is 422, else 200. */
export function statusOf(errors: readonly unknown[]): number {
  return errors.length > 0 ? 422 : 200;
}
