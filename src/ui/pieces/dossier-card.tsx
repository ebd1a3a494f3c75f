// A dossier as its owner sees it: what, in which state, due when and why, and the one next step.
import type { ComponentChildren } from 'preact';
import { Button } from '../components/button/button.tsx';
import { Details } from '../components/details/details.tsx';
import type { Said } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';
import { LateTag, type StateCode, StateTag } from './state-tag.tsx';

export interface DossierCardProps {
  /** What it is: the procedure's name, as a rule. */
  name: Said;
  /** From acceptance on; the request code stands until then. Each is called by its own name. */
  code?: { number: string | null; requestCode: string };
  href?: string;
  state: StateCode;
  late?: boolean;
  /** Nothing more is done with it: a wish to withdraw has been met. */
  ended?: boolean;
  /** New again: its supplement has come. */
  back?: boolean;
  /** Formatted ("09:00 ngày 27/11/2026"). */
  due?: string;
  /** The computation of the due date in words, behind "Vì sao?". */
  why?: ComponentChildren;
  /** Who has it now. */
  holder?: Said;
  /** What comes next, as a sentence. */
  next?: string;
  /** What the owner should do now. */
  action?: { href: string; say: string };
  headingLevel?: 2 | 3;
  children?: ComponentChildren;
}

/** One dossier as a card. */
export function DossierCard(props: DossierCardProps) {
  const words = useWords().dossier;
  const why = useWords().why;
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2';
  return (
    <article class="mc-card">
      <Heading class="mc-card__name">
        {props.href ? (
          <a class="govuk-link" href={props.href}>
            {props.name}
          </a>
        ) : (
          props.name
        )}
      </Heading>
      {props.code && (
        <p class="mc-card__number">
          {props.code.number ? words.number : words.requestCode}:{' '}
          <span class="mc-number">{props.code.number ?? props.code.requestCode}</span>
        </p>
      )}
      <p class="mc-card__state">
        <StateTag state={props.state} ended={props.ended} back={props.back} />
        {props.late && <LateTag />}
      </p>
      <div class="mc-card__facts">
        {props.due && (
          <p>
            {words.due}: <strong>{props.due}</strong>
          </p>
        )}
        {props.due && props.why && <Details summary={why}>{props.why}</Details>}
        {props.holder && (
          <p>
            {words.holder}: {props.holder}
          </p>
        )}
        {props.next && (
          <p>
            {words.next}: {props.next}
          </p>
        )}
        {props.children}
      </div>
      {props.action && (
        <Button href={props.action.href} classes="mc-card__action">
          {props.action.say}
        </Button>
      )}
    </article>
  );
}
