// The lifecycle as a table (NĐ 118/2025, TT 03/2025; codes of the national synchronisation). The same rows show the buttons and guard the acts.
import { ok, type Refusal, type Result, refuse } from '../kernel/index.ts';
import { STATE_NAMES, State } from './states.ts';

export type Role = 'applicant' | 'intake' | 'examiner' | 'leader';

/** What the rules need to know of a dossier. */
export interface DossierView {
  readonly state: State;
  readonly ownerId: string;
  readonly submitterId: string;
  /** The official who has it; null = the desk. */
  readonly holderId: string | null;
  /** Who proposed the result that waits for a signature; null = no proposal is open. */
  readonly proposerId: string | null;
  readonly supplements: number;
  readonly moneyState: 'none' | 'due' | 'paid';
  /** When the fee falls due by its rule. */
  readonly feeWhen: 'free' | 'reception' | 'return';
  /** True when the fee can be paid on the portal (level 4). */
  readonly paidOnline: boolean;
}

/** Who asks, with the roles held today at the dossier's agency. */
export interface Who {
  readonly personId: string;
  readonly roles: readonly Role[];
}

export type ActName =
  | 'withdraw'
  | 'answerSupplement'
  | 'accept'
  | 'askSupplement'
  | 'refuse'
  | 'take'
  | 'propose'
  | 'returnToExaminer'
  | 'sign'
  | 'deliver';

interface Row {
  readonly act: ActName;
  readonly by: Role;
  readonly from: readonly State[];
  /** Null: back to the state before the supplement was asked. */
  readonly to: State | null;
  /** Why not now, in words; null when nothing stands against it. */
  readonly guard?: (view: DossierView, who: Who) => string | null;
}

const holdsIt = (view: DossierView, who: Who) =>
  view.holderId === who.personId ? null : 'Hồ sơ đang do cán bộ khác thụ lý.';
const noProposal = (view: DossierView) =>
  view.proposerId === null ? null : 'Hồ sơ đã có đề xuất đang chờ lãnh đạo ký.';
const hasProposal = (view: DossierView) =>
  view.proposerId === null ? 'Chưa có đề xuất kết quả của công chức thụ lý.' : null;
const first =
  (...checks: ((view: DossierView, who: Who) => string | null)[]) =>
  (view: DossierView, who: Who) => {
    for (const check of checks) {
      const reason = check(view, who);
      if (reason) return reason;
    }
    return null;
  };

const ROWS: readonly Row[] = [
  { act: 'withdraw', by: 'applicant', from: [State.New], to: State.Withdrawn },
  { act: 'answerSupplement', by: 'applicant', from: [State.SupplementAsked], to: null },
  {
    act: 'accept',
    by: 'intake',
    from: [State.New],
    to: State.Accepted,
    guard: (view) =>
      // Below level 4 the fee is paid in person, when the result is handed over: it cannot hold an online dossier back.
      view.paidOnline && view.feeWhen === 'reception' && view.moneyState === 'due'
        ? 'Phí, lệ phí thu khi tiếp nhận chưa được nộp.'
        : null,
  },
  { act: 'askSupplement', by: 'intake', from: [State.New], to: State.SupplementAsked },
  { act: 'refuse', by: 'intake', from: [State.New], to: State.Refused },
  { act: 'take', by: 'examiner', from: [State.Accepted], to: State.InProgress },
  {
    act: 'askSupplement',
    by: 'examiner',
    from: [State.InProgress],
    to: State.SupplementAsked,
    guard: first(holdsIt, noProposal, (view) =>
      // Once, complete and in writing; a second request needs the leader's approval (domain rule, scored by QĐ 766).
      view.supplements > 0
        ? 'Hồ sơ đã được yêu cầu bổ sung một lần; yêu cầu lần hai phải được lãnh đạo đồng ý.'
        : null,
    ),
  },
  {
    act: 'propose',
    by: 'examiner',
    from: [State.InProgress],
    to: State.InProgress,
    guard: first(holdsIt, noProposal),
  },
  {
    act: 'returnToExaminer',
    by: 'leader',
    from: [State.InProgress],
    to: State.InProgress,
    guard: hasProposal,
  },
  {
    act: 'sign',
    by: 'leader',
    from: [State.InProgress],
    to: State.Finished,
    guard: first(hasProposal, (view, who) =>
      view.proposerId === who.personId ? 'Người đề xuất kết quả không được tự ký kết quả đó.' : null,
    ),
  },
  { act: 'deliver', by: 'intake', from: [State.Finished], to: State.Delivered },
];

export interface OfferedAct {
  readonly act: ActName;
  /** Why it cannot be done just now; null when it can. */
  readonly blocked: string | null;
}

function rolesOn(view: DossierView, who: Who): readonly Role[] {
  const own = who.personId === view.ownerId || who.personId === view.submitterId;
  return own ? [...who.roles, 'applicant'] : who.roles;
}

/** The acts to offer this person on this dossier, in the table's order: the buttons of the page. */
export function actsFor(view: DossierView, who: Who): OfferedAct[] {
  const roles = rolesOn(view, who);
  return ROWS.filter((row) => roles.includes(row.by) && row.from.includes(view.state)).map((row) => ({
    act: row.act,
    blocked: row.guard?.(view, who) ?? null,
  }));
}

/**
 * May this person do this act now? The guard of the act itself.
 * @param before the state to go back to when a supplement is answered
 * @returns the state it leads to, or a refusal: 403 without the right, 409 in the wrong state or while blocked
 */
export function mayAct(act: ActName, view: DossierView, who: Who, before?: State): Result<State, Refusal> {
  const roles = rolesOn(view, who);
  const mine = ROWS.filter((row) => row.act === act && roles.includes(row.by));
  if (mine.length === 0)
    return refuse({
      code: 'no-right',
      status: 403,
      message: 'Bạn không có quyền thực hiện việc này với hồ sơ này.',
    });
  const row = mine.find((candidate) => candidate.from.includes(view.state));
  if (!row)
    return refuse({
      code: 'wrong-state',
      status: 409,
      message: `Việc này không còn làm được: hồ sơ nay ở trạng thái “${STATE_NAMES[view.state]}”. Có thể người khác vừa xử lý.`,
    });
  const blocked = row.guard?.(view, who);
  if (blocked) return refuse({ code: 'blocked', status: 409, message: blocked });
  const to = row.to ?? before;
  if (to === undefined) throw new Error(`the act ${act} needs the state before it`);
  return ok(to);
}

/** Every row, for the tests and the documentation of the table. */
export const LIFECYCLE: readonly Row[] = ROWS;
