// The frame of every step: where am I, which procedure, what is wrong, what is saved.
import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { type ErrorLine, Page, StepIndicator, Vi } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';
import type { Journey } from './draft-context.ts';
import { words } from './words.ts';

export interface StepPageProps {
  req: FastifyRequest;
  journey: Journey;
  title: string;
  /** The title is a name in Vietnamese. */
  titleLang?: 'vi' | undefined;
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
  titleLang,
  step,
  back,
  errors = [],
  width = 'form',
  quiet,
  children,
}: StepPageProps) {
  const say = words(req.lang);
  return (
    <Page {...shellOf(req)} title={title} titleLang={titleLang} backLink={back} errors={errors} width={width}>
      <StepIndicator steps={say.steps} current={step} />
      <p class="govuk-body mc-muted">
        <Vi>{journey.procedure.name}</Vi>
      </p>
      {children}
      {!quiet && <p class="govuk-body-s mc-muted">{say.saved}</p>}
    </Page>
  );
}

/** A page with errors is 422, else 200. */
export function statusOf(errors: readonly unknown[]): number {
  return errors.length > 0 ? 422 : 200;
}
