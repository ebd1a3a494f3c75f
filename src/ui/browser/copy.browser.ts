// What has to be typed elsewhere is copied by a button: the phone that shows it may be the only one. Without script one marks and copies by hand.

const SAID_FOR = 4000;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  const words = button.textContent ?? '';
  button.addEventListener('click', async () => {
    if (!(await copied(button.dataset.copy ?? ''))) return;
    button.textContent = button.dataset.copied ?? words;
    setTimeout(() => {
      button.textContent = words;
    }, SAID_FOR);
  });
}

/** Old phones, and pages that came over plain http, have only the old way. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.createElement('textarea');
    box.value = text;
    box.setAttribute('readonly', '');
    box.style.position = 'fixed';
    box.style.opacity = '0';
    document.body.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    return done;
  }
}
