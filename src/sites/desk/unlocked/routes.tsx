// /mo-khoa: where an official comes to who has signed in again over a locked page; it tells the other tabs and closes itself.
import type { FastifyInstance } from 'fastify';
import { Button, Page, renderPage } from '../../../ui/index.ts';
import { official } from '../opened.tsx';
import { shellOf, UNLOCKED_PATH } from '../shell.tsx';
import { vi } from './words.vi.ts';

export function registerUnlocked(app: FastifyInstance): void {
  app.get(UNLOCKED_PATH, { config: official }, (req, reply) =>
    reply.html(
      renderPage(
        <Page {...shellOf(req)} title={vi.title} width="form">
          <h1 class="govuk-heading-l" data-unlocked>
            {vi.title}
          </h1>
          <p class="govuk-body">{vi.lead}</p>
          <Button href="/hang-doi" kind="secondary">
            {vi.queue}
          </Button>
        </Page>,
      ),
    ),
  );
}
