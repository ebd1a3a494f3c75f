// Counts a wait down in the face of the page; screen readers hear the sentence once and again when it is over.

function run(root: HTMLElement): void {
  const { seconds = '0', wait = '', clock = '', ready = '', unlocks = '' } = root.dataset;
  const end = Date.now() + Number(seconds) * 1000;
  const face = root.querySelector<HTMLElement>('[data-countdown-face]');
  const words = root.querySelector<HTMLElement>('[data-countdown-words]');
  const over = root.querySelector<HTMLElement>('[data-countdown-over]');
  const button = document.getElementById(unlocks) as HTMLButtonElement | null;
  if (!face || !words || !over) return;
  face.hidden = false;
  words.className = 'govuk-visually-hidden';
  if (button) button.disabled = true;

  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) {
      face.textContent = left < 60 || !wait ? wait.replace('%', String(left)) : longer(left, wait, clock);
      return;
    }
    clearInterval(timer);
    face.textContent = ready;
    over.textContent = ready;
    words.remove();
    if (button) button.disabled = false;
  };
  const timer = setInterval(tick, 1000);
  tick();
}

/** Longer waits keep the sentence and put minutes and seconds, as the page's language has them, where the seconds stood. */
function longer(left: number, wait: string, clock: string): string {
  const face = clock.replace('%', String(Math.floor(left / 60))).replace('%', String(left % 60));
  return wait.replace(/% \p{L}+/u, face);
}

for (const root of document.querySelectorAll<HTMLElement>('[data-module="mc-countdown"]')) run(root);
