// What each does, round after round: a step is a click, made from what the person has at hand.
import { confirmationCode } from '../../src/sites/portal/apply/confirmation-number.ts';
import type { Click, Filer, Official, World } from './parts.ts';

/** What a person knows besides their part. */
export interface Mind {
  readonly world: World;
  pick<T>(list: readonly T[]): T;
  /** The address that the last click led to; empty before the first. */
  path: string;
  /** A browser that remembers nothing, as the next visitor brings. */
  forget(): void;
  /** Whether pages brought this browser what its forms are bound to. */
  bound(): boolean;
}

export type Step = (mind: Mind) => Click;

const asked = (path: string, query: Readonly<Record<string, string>>) =>
  `${path}?${new URLSearchParams(query)}`;

const home: Step = () => ({ kind: 'home', path: '/' });
const find: Step = ({ world, pick }) => ({
  kind: 'search',
  path: asked('/thu-tuc', { q: pick(world.phrases) }),
});
/** A few are asked for far more than all others. */
const procedure: Step = ({ world, pick }) => ({
  kind: 'procedure',
  path: `/thu-tuc/${pick(world.slugs.slice(0, pick([10, 30, 100, world.slugs.length])))}`,
});
const trackForm: Step = () => ({ kind: 'track', path: '/tra-cuu' });

/** A visitor comes, looks for what to bring, and asks about a dossier by its slip. */
export const VISIT: readonly Step[] = [
  (mind) => {
    mind.forget();
    return home(mind);
  },
  find,
  procedure,
  find,
  procedure,
  trackForm,
  (mind) => {
    if (!mind.bound()) return trackForm(mind);
    const { code, secret } = mind.pick(mind.world.slips);
    const fields = { ma: code, 'bi-mat': secret };
    return { kind: 'track', path: '/tra-cuu', fields, leads: /^\/tra-cuu\/./u };
  },
];

/** Steps before the draft is begun. */
export const BEFORE_DRAFT = 5;

/** Somebody looks at what they have filed, reads about a procedure, and files: each page of the form is a step. */
export function filing(part: Filer): readonly Step[] {
  const { slug, pages, agencyId, place, dossiers } = part;
  let draft = part.draft ? `/nop-ho-so/${part.draft}` : '';
  let sent = '';
  const post = (kind: string, page: string, fields: Readonly<Record<string, string>>): Step => {
    const click = (): Click => ({ kind, path: `${draft}/${page}`, fields, leads: /^\/nop-ho-so\// });
    return click;
  };
  return [
    home,
    () => ({ kind: 'my dossiers', path: '/ho-so' }),
    ({ pick }) => ({ kind: 'own dossier', path: `/ho-so/${sent || pick(dossiers)}` }),
    () => ({ kind: 'procedure', path: `/thu-tuc/${slug}` }),
    () => ({
      kind: 'file: start',
      path: asked('/nop-ho-so', { 'thu-tuc': slug }),
      leads: /^\/nop-ho-so\/.+\/noi-nop$/u,
    }),
    ({ path }) => {
      draft = draft || path.replace(/\/noi-nop$/u, '');
      return { kind: 'file: agency', path: asked(`${draft}/noi-nop`, { tim: place }) };
    },
    post('file: agency', 'noi-nop', { 'co-quan': agencyId }),
    ...Object.entries(pages).map(([page, fields]) => post('file: form page', `thong-tin/${page}`, fields)),
    post('file: papers', 'giay-to', {}),
    post('file: channels', 'hinh-thuc', { nop: 'online', nhan: 'counter' }),
    ({ world }) => {
      const code = confirmationCode(world.secret, draft.slice(draft.lastIndexOf('/') + 1));
      const fields = { ma: code, 'cam-doan': 'co' };
      return { kind: 'file: send', path: `${draft}/kiem-tra`, fields, leads: /^\/ho-so\/.+\/da-nop$/u };
    },
    ({ path }) => {
      draft = '';
      sent = path.split('/')[2] ?? '';
      return { kind: 'own dossier', path: `/ho-so/${sent}` };
    },
  ];
}

/** An official goes through their queues, reads dossiers, searches, and now and then accepts one. */
export function dayAtDesk({ queues, dossiers, words, fresh }: Official): readonly Step[] {
  const left = [...fresh];
  let hand: (typeof left)[number] | undefined;
  let next = 0;
  const queue: Step = () => {
    const loai = queues[next++ % queues.length]!;
    return { kind: `desk: queue ${loai}`, path: asked('/hang-doi', { loai }) };
  };
  const first: Step = () => ({ kind: 'desk: queue', path: '/hang-doi' });
  const read: Step = ({ pick }) => ({ kind: 'desk: dossier', path: `/ho-so/${pick(dossiers)}` });
  const search: Step = ({ pick }) => ({
    kind: 'desk: search',
    path: asked('/hang-doi', { q: pick(words) }),
  });
  const take: Step = (mind) => {
    hand = left.pop();
    return hand ? { kind: 'desk: dossier', path: `/ho-so/${hand.id}` } : read(mind);
  };
  const accept: Step = (mind) => {
    if (!hand) return read(mind);
    const { id, version } = hand;
    const fields = { version: String(version) };
    hand = undefined;
    return { kind: 'desk: accept', path: `/ho-so/${id}/tiep-nhan`, fields, leads: /\/da-tiep-nhan$/u };
  };
  return [first, read, queue, read, take, accept, queue, read, search, read, queue, search];
}
