// The sandbox's pages: plain forms and links, no script. A pressed button answers with a redirect, so reloading is safe.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Bank } from '../bank.ts';
import { turnClock } from '../clock-doors.ts';
import { localPhone, type Sandbox } from '../sandbox.ts';
import { sendInbound } from '../sms.ts';
import { bankPages } from './bank-routes.tsx';
import { Clock } from './clock.tsx';
import { renderPage } from './frame.tsx';
import { Home } from './home.tsx';
import { demoPeople } from './people.ts';
import { Phone } from './phone.tsx';
import type { Show } from './show.ts';
import { STYLE } from './style.ts';
import { Tour } from './tour.tsx';

const WATCH_SECONDS = 5;

/** Mounts every page. */
export function pages(app: FastifyInstance, sandbox: Sandbox, bank: Bank): void {
  const show: Show = (reply, here, title, children) =>
    reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
      )
      .type('text/html; charset=utf-8')
      .send(renderPage({ here, title, now: sandbox.clock.now(), children }));
  const people = () => demoPeople(sandbox.options.varDir);
  app.get('/sandbox.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get('/', (_request, reply) =>
    show(reply, '/', 'Đóng mọi vai', <Home options={sandbox.options} people={people()} />),
  );
  app.get('/huong-dan', (_request, reply) =>
    show(reply, '/huong-dan', 'Năm phút làm thử', <Tour options={sandbox.options} people={people()} />),
  );
  phonePages(app, sandbox, show);
  clockPages(app, sandbox, show);
  bankPages(app, sandbox, bank, show);
}

function phonePages(app: FastifyInstance, sandbox: Sandbox, show: Show): void {
  app.get('/dien-thoai', (request, reply) => {
    const query = z
      .object({ so: z.string().default(''), 'tu-xem': z.string().optional() })
      .parse(request.query);
    const phone = localPhone(query.so);
    const watching = query['tu-xem'] === '1' && phone !== undefined;
    // A header and not a meta element: only whoever asked for it has a page that reloads itself.
    if (watching) reply.header('refresh', String(WATCH_SECONDS));
    const view = {
      typed: query.so.trim(),
      phone,
      inbox: phone === undefined ? [] : sandbox.memory.inbox(phone).slice(0, 50),
      sentBack: sandbox.memory.inbound
        .filter((one) => one.from === phone)
        .slice(-5)
        .toReversed(),
      people: demoPeople(sandbox.options.varDir),
      recent: recentPhones(sandbox),
      watching,
      now: sandbox.clock.now(),
    };
    return show(reply, '/dien-thoai', 'Điện thoại', <Phone {...view} />);
  });
  app.post('/dien-thoai/nhan-lai', async (request, reply) => {
    const form = z
      .object({ so: z.string(), text: z.string().trim().min(1).max(1000) })
      .safeParse(request.body);
    const phone = form.success ? localPhone(form.data.so) : undefined;
    if (!form.success || phone === undefined) return reply.redirect('/dien-thoai', 303);
    await sendInbound(sandbox, phone, form.data.text);
    return reply.redirect(`/dien-thoai?so=${phone}`, 303);
  });
}

/** The last numbers that got a message, without those of the demo people. */
function recentPhones(sandbox: Sandbox): string[] {
  const known = new Set(demoPeople(sandbox.options.varDir).map((person) => localPhone(person.phone)));
  const recent = new Set(
    sandbox.memory.sms
      .slice(-50)
      .toReversed()
      .map((sms) => sms.to),
  );
  return [...recent].filter((phone) => !known.has(phone)).slice(0, 6);
}

function clockPages(app: FastifyInstance, sandbox: Sandbox, show: Show): void {
  app.get('/dong-ho', (request, reply) => {
    const { chinh } = z
      .object({ chinh: z.enum(['yes', 'no']).optional().catch(undefined) })
      .parse(request.query);
    const view = { now: sandbox.clock.now(), isReal: sandbox.clock.offsetMs() === 0, turned: chinh };
    return show(reply, '/dong-ho', 'Đồng hồ', <Clock {...view} />);
  });
  app.post('/dong-ho', (request, reply) => {
    const form = z
      .object({ now: z.string().optional(), advance: z.string().optional(), real: z.string().optional() })
      .parse(request.body ?? {});
    const turned = turnClock(sandbox, form.real === undefined ? form : { now: null });
    return reply.redirect(`/dong-ho?chinh=${turned ? 'yes' : 'no'}`, 303);
  });
}
