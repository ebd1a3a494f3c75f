// A way that has ended: what happened, in one sentence, and one button onward.
import { Button, Page, type Shell } from '../../ui/index.ts';

export interface DeadEndProps {
  readonly shell: Shell;
  readonly title: string;
  readonly message: string;
  readonly href: string;
  /** The words on the button. */
  readonly onward: string;
}

/** Nothing goes on from here but one link. */
export function DeadEndPage({ shell, title, message, href, onward }: DeadEndProps) {
  return (
    <Page {...shell} title={title} width="form">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      <Button href={href}>{onward}</Button>
    </Page>
  );
}
