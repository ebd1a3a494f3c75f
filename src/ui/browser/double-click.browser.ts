// A second press within a second is the same press; the server treats a repeated post as one anyway.

const PAUSE_MS = 1000;
const pressed = new WeakMap<Element, number>();

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('[data-prevent-double-click="true"]');
  if (!button) return;
  const before = pressed.get(button);
  if (before !== undefined && event.timeStamp - before < PAUSE_MS) event.preventDefault();
  else pressed.set(button, event.timeStamp);
});

// A link in a button's shape answers to the space bar as buttons do.
document.addEventListener('keydown', (event) => {
  const target = event.target as Element;
  if (event.key !== ' ' || !target.matches('a[role="button"]')) return;
  event.preventDefault();
  (target as HTMLElement).click();
});
