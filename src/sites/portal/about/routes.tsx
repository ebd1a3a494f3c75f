// The two pages the foot of every page leads to: how anyone can use the site, and what becomes of one's data.
import type { FastifyInstance } from 'fastify';
import { Page, renderPage, type Shell, surroundings, useWords } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';
import { words } from './words.ts';

const config = { guard: 'public' } as const;

interface About {
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly body: string }[];
}

function AboutPage({ shell, about }: { shell: Shell; about: About }) {
  return (
    <Page {...shell} title={about.title} description={about.parts[0]?.body ?? about.title}>
      <h1 class="govuk-heading-l">{about.title}</h1>
      {about.parts.map(({ heading, body }) => (
        <section key={heading}>
          <h2 class="govuk-heading-m">{heading}</h2>
          <p class="govuk-body">{body}</p>
        </section>
      ))}
      <HelpLine label={words(shell.lang).helpLine} />
    </Page>
  );
}

function HelpLine({ label }: { label: string }) {
  const { phone } = surroundings().helpLine;
  return (
    <p class="govuk-body">
      {label}{' '}
      <a class="govuk-link" href={`tel:${phone}`}>
        {phone}
      </a>{' '}
      ({useWords().helpHours}).
    </p>
  );
}

/** Mounts the pages on accessibility and on personal data. */
export function registerAbout(app: FastifyInstance): void {
  app.get('/kha-nang-tiep-can', { config }, (req, reply) =>
    reply.html(renderPage(<AboutPage shell={shellOf(req)} about={words(req.lang).access} />)),
  );
  app.get('/bao-ve-du-lieu', { config }, (req, reply) =>
    reply.html(renderPage(<AboutPage shell={shellOf(req)} about={words(req.lang).data} />)),
  );
}
