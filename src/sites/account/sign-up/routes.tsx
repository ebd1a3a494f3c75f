// /dang-ky: who signs up. The form and the steps after it have files of their own.
import type { FastifyInstance } from 'fastify';
import { renderPage } from '../../../ui/index.ts';
import type { AccountDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { wayBack, withWayBack } from '../way-back.ts';
import { ChoosePage, ElsewherePage, PersonPage } from './choose-page.tsx';
import { registerForm } from './form-routes.tsx';
import { choiceInput, wayQuery } from './input.ts';
import { registerSteps } from './step-routes.tsx';

const PUBLIC = { config: { guard: 'public' } } as const;
const CHOICES = ['ca-nhan', 'doanh-nghiep', 'co-quan'];

/** The pages of sign-up: choice, form, code, password, done. */
export function registerSignUp(app: FastifyInstance, deps: AccountDeps): void {
  const signIn = (ve: string) => wayBack(ve) ?? `${deps.urls.portal}/dang-nhap`;
  app.get('/dang-ky', PUBLIC, (req, reply) => {
    const { ve } = wayQuery.parse(req.query);
    return reply.html(renderPage(<ChoosePage shell={shellOf(req)} ve={ve} signIn={signIn(ve)} />));
  });
  app.post('/dang-ky', PUBLIC, (req, reply) => {
    const { 'doi-tuong': who, ve } = choiceInput.parse(req.body ?? {});
    if (CHOICES.includes(who)) return reply.redirect(withWayBack(`/dang-ky/${who}`, ve), 303);
    return reply.html(
      renderPage(<ChoosePage shell={shellOf(req)} ve={ve} signIn={signIn(ve)} missing />),
      422,
    );
  });
  app.get('/dang-ky/ca-nhan', PUBLIC, (req, reply) =>
    reply.html(renderPage(<PersonPage shell={shellOf(req)} ve={wayQuery.parse(req.query).ve} />)),
  );
  app.get('/dang-ky/doanh-nghiep', PUBLIC, (req, reply) =>
    reply.html(
      renderPage(<ElsewherePage shell={shellOf(req)} ve={wayQuery.parse(req.query).ve} who="company" />),
    ),
  );
  app.get('/dang-ky/co-quan', PUBLIC, (req, reply) =>
    reply.html(
      renderPage(<ElsewherePage shell={shellOf(req)} ve={wayQuery.parse(req.query).ve} who="office" />),
    ),
  );
  registerForm(app, deps);
  registerSteps(app, deps);
}
