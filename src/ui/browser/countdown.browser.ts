// Counts a wait down in the face of the page; screen readers hear the sentence once and again when it is over.

function run(root: HTMLElement): void {
  const { seconds = '0', wait = '', ready = '', unlocks = '' } = root.dataset;
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
      face.textContent = left < 60 || !wait ? wait.replace('%', String(left)) : clock(left, wait);
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

/** Longer waits keep the sentence and put minutes and seconds where the seconds stood: "2 phút 5 giây". */
function clock(left: number, wait: string): string {
  const minutes = Math.floor(left / 60);
  const face = minutes > 0 ? `${minutes} phút ${left % 60} giây` : `${left} giây`;
  return wait.replace(/% \p{L}+/u, face);
}

for (const root of document.querySelectorAll<HTMLElement>('[data-module="mc-countdown"]')) run(root);
