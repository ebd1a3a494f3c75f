// "Hiện" beside a password; hidden again before the form leaves, so that no browser keeps it as plain text.

function enhance(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>('.govuk-js-password-input-input');
  const button = root.querySelector<HTMLButtonElement>('.govuk-js-password-input-toggle');
  if (!input || !button) return;
  const word = (key: string) => root.getAttribute(`data-i18n.${key}`) ?? '';
  const status = document.createElement('div');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  root.append(status);
  button.hidden = false;

  const show = (visible: boolean) => {
    input.type = visible ? 'text' : 'password';
    button.textContent = word(visible ? 'hide-password' : 'show-password');
    button.setAttribute(
      'aria-label',
      word(visible ? 'hide-password-aria-label' : 'show-password-aria-label'),
    );
    status.textContent = word(visible ? 'password-shown-announcement' : 'password-hidden-announcement');
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form?.addEventListener('submit', () => {
    if (input.type === 'text') show(false);
  });
}

for (const root of document.querySelectorAll<HTMLElement>('[data-module="govuk-password-input"]'))
  enhance(root);
