// Files are sent from the page that they were chosen on: when the line breaks off in between, the page is still there with the files in
// it, and says so at their box. Without script the browser's own page says that; what was kept before is in the list after a reload.
import { findSummary } from './errors.browser.ts';
import { noteOf } from './notes.browser.ts';

/** What answered files, kept beside its place in the history: going back to a page with a fault shows it, as it would without script. */
interface Answered {
  readonly path: string;
  readonly html: string;
  /** Not seen yet. */
  readonly fresh?: boolean;
}

/** The answer in place of what stood in the page: a fault in a file, a refusal. */
function show(html: string): void {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const [before, main] = [document.querySelector('main'), answer.querySelector('main')];
  if (!before || !main) return;
  document.title = answer.title;
  before.replaceWith(document.importNode(main, true));
  window.scrollTo(0, 0);
  findSummary();
}

function tell(form: HTMLFormElement, what: 'sending' | 'brokenOff'): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) return;
  const note = noteOf(input);
  note.className = what === 'sending' ? 'govuk-hint' : 'govuk-error-message';
  note.textContent = input.dataset[what] || '';
  input.classList.toggle('govuk-file-upload--error', what === 'brokenOff');
  // Read out where one is, and one press from sending again.
  if (what === 'brokenOff') input.focus();
}

/** Sends a form with its files, once at a time; `data-waits` stands on it until the answer is in sight. */
export async function send(form: HTMLFormElement): Promise<void> {
  if (form.dataset.waits) return;
  form.dataset.waits = 'answer';
  tell(form, 'sending');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      credentials: 'same-origin',
    });
    const html = await answer.text();
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    // The page comes anew, as after any form, and the answer in it.
    history.replaceState({ path: location.pathname, html, fresh: true } as Answered, '');
    // From its beginning, where the summary is.
    history.scrollRestoration = 'manual';
    location.reload();
  } catch {
    delete form.dataset.waits;
    tell(form, 'brokenOff');
  }
}

const kept = history.state as Answered | null;
const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
// At another address is whoever was asked to sign in meanwhile.
if (kept?.html && kept.path === location.pathname && (kept.fresh || way?.type === 'back_forward')) {
  history.replaceState({ path: kept.path, html: kept.html } as Answered, '');
  show(kept.html);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.enctype !== 'multipart/form-data') return;
  if (event.defaultPrevented) return;
  event.preventDefault();
  void send(form);
});
