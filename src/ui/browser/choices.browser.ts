// What depends on a choice shows only while the choice is taken; an exclusive box unticks the others.

function revealed(input: HTMLInputElement): void {
  const target = document.getElementById(input.dataset.ariaControls ?? '');
  if (!target) return;
  const kind = input.type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  input.setAttribute('aria-controls', target.id);
  // A radio may not say that it is expanded; a checkbox may.
  if (input.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked));
  target.classList.toggle(`${kind}__conditional--hidden`, !input.checked);
}

function untick(changed: HTMLInputElement): void {
  const exclusive = changed.dataset.behaviour === 'exclusive';
  const group = changed.closest('[data-module="govuk-checkboxes"]');
  for (const box of group?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? []) {
    if (box !== changed && (exclusive || box.dataset.behaviour === 'exclusive')) box.checked = false;
  }
}

function refresh(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-aria-controls]'))
    revealed(input);
}

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !/^(radio|checkbox)$/.test(input.type)) return;
  if (input.type === 'checkbox' && input.checked) untick(input);
  refresh();
});

refresh();
// Coming back by the browser's back button restores ticks without a change event.
addEventListener('pageshow', refresh);
