// Pages nobody wants to meet, written so that one knows what happened and what to do next.
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../rules/kernel/index.ts';
import { Button } from '../components/button/button.tsx';
import { Countdown } from '../pieces/countdown.tsx';
import { surroundings } from '../surroundings.ts';
import { naming, useWords, words } from '../words/index.ts';
import { Page } from './page.tsx';
import type { Shell } from './shell.ts';
import { type Unsent, UnsentForm } from './unsent-form.tsx';

function Help() {
  const say = useWords();
  const { helpLine } = surroundings();
  return (
    <p class="govuk-body">
      {say.helpTitle} {say.helpByPhone(helpLine.phone, say.helpHours)}
    </p>
  );
}

function Plain({ title, shell, children }: { title: string; shell: Shell; children: ComponentChildren }) {
  return (
    <Page {...shell} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
      <Help />
    </Page>
  );
}

function GoHome({ shell }: { shell: Shell }) {
  const say = words(shell.lang);
  return (
    <Button href="/" kind="secondary">
      {say.pages.goHome}
    </Button>
  );
}

/** 404. */
export function NotFoundPage({ shell }: { shell: Shell }) {
  const { title, body } = words(shell.lang).pages.notFound;
  return (
    <Plain title={title} shell={shell}>
      <p class="govuk-body">{body}</p>
      <GoHome shell={shell} />
    </Plain>
  );
}

/** 403. */
export function ForbiddenPage({ shell }: { shell: Shell }) {
  const { title, body } = words(shell.lang).pages.forbidden;
  return (
    <Plain title={title} shell={shell}>
      <p class="govuk-body">{body}</p>
      <GoHome shell={shell} />
    </Plain>
  );
}

interface RefusedPageProps {
  shell: Shell;
  message: string;
  back?: string;
  /** The form that was refused for now. */
  unsent?: Unsent;
}

/** An expected refusal (403, 409, 422) in its own words; `back` leads to where one can go on. */
export function RefusedPage({ shell, message, back, unsent }: RefusedPageProps) {
  const say = words(shell.lang);
  return (
    <Plain title={say.pages.refused.title} shell={shell}>
      <p class="govuk-body-l">{naming(shell.lang, message)}</p>
      {unsent ? (
        <UnsentForm {...unsent} />
      ) : back ? (
        <Button href={back} kind="secondary">
          {say.back}
        </Button>
      ) : (
        <GoHome shell={shell} />
      )}
    </Plain>
  );
}

/** The page that fits a refusal: not there, no right, or the refusal in its own words. */
export function RefusalPage({
  shell,
  refusal,
  ...page
}: RefusedPageProps & {
  refusal: Refusal;
}) {
  if (refusal.status === 404) return <NotFoundPage shell={shell} />;
  if (refusal.code === 'no-right') return <ForbiddenPage shell={shell} />;
  return <RefusedPage shell={shell} {...page} />;
}

/** 500; `code` is the request's number, to be read out on the telephone. */
export function BugPage({ shell, code }: { shell: Shell; code: string }) {
  const say = words(shell.lang).pages.bug;
  return (
    <Plain title={say.title} shell={shell}>
      <p class="govuk-body">{say.body}</p>
      <p class="govuk-body">
        {say.code}: <strong class="mc-number">{code}</strong>
        <br />
        {say.quote}
      </p>
      <GoHome shell={shell} />
    </Plain>
  );
}

/** 429; `seconds` until the next try is heard. */
export function RateLimitedPage({ shell, seconds }: { shell: Shell; seconds: number }) {
  const say = words(shell.lang).pages.rateLimited;
  return (
    <Plain title={say.title} shell={shell}>
      <p class="govuk-body">{say.body}</p>
      <p class="govuk-body">
        <Countdown seconds={seconds} wait={say.wait} ready={say.ready} />
      </p>
    </Plain>
  );
}

/** 503; `until` in words when known ("09:00 ngày 27/11/2026"); `unsent` is the form that came meanwhile. */
export function UnavailablePage({ shell, until, unsent }: { shell: Shell; until?: string; unsent?: Unsent }) {
  const say = words(shell.lang).pages.unavailable;
  return (
    <Plain title={say.title} shell={shell}>
      <p class="govuk-body">
        {say.body} {until ? say.until(until) : say.soon}
      </p>
      {unsent ? <UnsentForm {...unsent} /> : <p class="govuk-body">{say.justSent}</p>}
      {shell.site !== 'desk' && <p class="govuk-body">{say.otherWay}</p>}
    </Plain>
  );
}
