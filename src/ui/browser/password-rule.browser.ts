// Ticks the points of a password's rule while one types; without script they are judged when the form is sent.

function watch(root: HTMLElement): void {
  const input = document.getElementById(root.dataset.for ?? '');
  if (!(input instanceof HTMLInputElement)) return;
  const points = [...root.querySelectorAll<HTMLElement>('[data-pattern]')].map((point) => ({
    pattern: new RegExp(point.dataset.pattern ?? '', 'u'),
    mark: point.querySelector<HTMLElement>('[data-mark]'),
  }));
  const tick = () => {
    const text = input.value.normalize('NFC');
    for (const { pattern, mark } of points) {
      const words = pattern.test(text) ? root.dataset.met : root.dataset.unmet;
      if (mark) mark.textContent = text === '' ? '' : `– ${words}`;
    }
  };
  input.addEventListener('input', tick);
}

for (const root of document.querySelectorAll<HTMLElement>('[data-module="mc-password-rule"]')) watch(root);
