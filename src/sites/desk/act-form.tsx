// What every page of an act has around its own boxes: the dossier it is about, what is wrong, and a form that tells which version was looked at.
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../rules/kernel/index.ts';
import { CsrfField, Form, Page, type Shell } from '../../ui/index.ts';
import { DossierLine } from './dossier-line.tsx';
import { sayRefusal } from './say-refusal.ts';
import type { Sheet } from './sheet.ts';

export interface ActFrameProps {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly title: string;
  /** What is wrong, each with the way to its box. */
  readonly errors?: readonly { readonly say: string; readonly href: string }[];
  readonly children: ComponentChildren;
}

export function ActFrame({ shell, sheet, title, errors = [], children }: ActFrameProps) {
  return (
    <Page {...shell} title={title} width="form" backLink={`/ho-so/${sheet.dossier.id}`} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      <DossierLine sheet={sheet} />
      {children}
    </Page>
  );
}

/** @param props.enter what Enter in a box does, where another button stands first in the form */
export function ActForm(props: {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly enter?: string;
  readonly children: ComponentChildren;
}) {
  const { shell, sheet, enter, children } = props;
  return (
    <Form method="post">
      <CsrfField token={shell.csrf ?? ''} />
      <input type="hidden" name="version" value={sheet.dossier.version} />
      {enter && (
        <button class="govuk-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
          {enter}
        </button>
      )}
      {children}
    </Form>
  );
}

/** Texts that are often written: pressing one (`mau`, its place in the list) fills the boxes. */
export function ReadyTexts(props: {
  readonly title: string;
  readonly texts: readonly { readonly name: string }[];
}) {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{props.title}:</p>
      <ul class="govuk-list mc-pane-links">
        {props.texts.map((text, at) => (
          <li key={text.name}>
            <button class="mc-plain-button" type="submit" name="mau" value={at}>
              {text.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is said at a box. */
export function errorsAt(faults: readonly Refusal[]): (box: string) => string | undefined {
  return (box) => {
    const fault = faults.find((one) => one.field === box);
    return fault && sayRefusal(fault);
  };
}

/** The faults as links to their boxes. @param first the box that a fault without one of its own leads to */
export function errorLinks(faults: readonly Refusal[], first: string) {
  return faults.map((fault) => ({ say: sayRefusal(fault), href: `#${fault.field ?? first}` }));
}
