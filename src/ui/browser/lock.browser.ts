// Covers a desk that lies unused, in all its tabs at once, and uncovers it in place when the same person has signed in again.

const USED = 'mc-used';
const UNLOCKED = 'mc-unlocked';
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
    before = document.activeElement;
    cover.hidden = false;
    document.body.classList.add('mc-locked');
    document.title = cover.querySelector('h1')?.textContent ?? '';
    cover.querySelector('a')?.focus();
  };
  const unlock = () => {
    cover.hidden = true;
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
    if (key !== UNLOCKED || cover.hidden || !newValue) return;
    const same = newValue.split(' ')[0] === cover.dataset.who;
    if (same) return unlock();
    for (const [name, hidden] of [
      ['same', true],
      ['other', false],
    ] as const) {
      const said = cover.querySelector<HTMLElement>(`[data-lock-${name}]`);
      if (said) said.hidden = hidden;
    }
  });
}

for (const cover of document.querySelectorAll<HTMLElement>('[data-module="mc-lock"]')) guard(cover);

// The page one comes to after signing in again tells the others, and goes where the browser lets it.
const { unlocked } = document.querySelector<HTMLElement>('[data-unlocked]')?.dataset ?? {};
if (unlocked) {
  localStorage.setItem(UNLOCKED, `${unlocked} ${Date.now()}`);
  window.close();
}
