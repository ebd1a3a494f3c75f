// Covers a desk that lies unused, in all its tabs at once, and one whose person has left or given way to another; uncovers it in place
// when the same person has signed in again.

const USED = 'mc-used';
/** Who the page that came last is of; empty when of nobody. */
const WHO = 'mc-who';
const LOOK_MS = 5_000;
const USES = ['keydown', 'pointerdown', 'mousedown', 'touchstart', 'wheel'];

function guard(cover: HTMLElement): void {
  const limit = Number(cover.dataset.minutes) * 60_000;
  const title = document.title;
  let before: Element | null = null;
  let told = 0;
  const used = () => {
    const now = Date.now();
    if (!cover.hidden || now - told < LOOK_MS) return;
    told = now;
    localStorage.setItem(USED, String(now));
  };
  const look = () => {
    if (cover.hidden && Date.now() - Number(localStorage.getItem(USED)) >= limit) lock();
  };
  const lock = () => {
    if (!cover.hidden) return;
    before = document.activeElement;
    cover.hidden = false;
    document.body.classList.add('mc-locked');
    document.title = cover.querySelector('h1')?.textContent ?? '';
    cover.querySelector('a')?.focus();
  };
  const unlock = () => {
    cover.hidden = true;
    show('same', true);
    show('other', false);
    document.body.classList.remove('mc-locked');
    document.title = title;
    used();
    if (before instanceof HTMLElement) before.focus();
  };
  used();
  for (const use of USES) document.addEventListener(use, used, { passive: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_MS);
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== WHO || newValue === null) return;
    const [who = ''] = newValue.split(' ');
    if (who === cover.dataset.who) {
      if (!cover.hidden) unlock();
      return;
    }
    lock();
    show('other', who !== '');
    show('same', false);
  });
  const show = (which: 'same' | 'other', shown: boolean) => {
    const said = cover.querySelector<HTMLElement>(`[data-lock-${which}]`);
    if (said) said.hidden = !shown;
  };
}

const cover = document.querySelector<HTMLElement>('[data-module="mc-lock"]');
if (cover) guard(cover);
// Each page of the desk tells the other tabs who is here now.
if (document.documentElement.classList.contains('mc--desk'))
  localStorage.setItem(WHO, `${cover?.dataset.who ?? ''} ${Date.now()}`);
if (document.querySelector('[data-unlocked]')) window.close();
