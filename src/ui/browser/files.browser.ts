// Says at once when a chosen file is too large or of the wrong kind, before minutes of upload are lost; the server decides.

function fits(file: File, accept: string): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  const name = file.name.toLowerCase();
  return kinds.some((kind) => {
    if (kind.startsWith('.')) return name.endsWith(kind);
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  });
}

function complaint(input: HTMLInputElement): string {
  const { maxBytes, tooBig = '', wrongKind = '' } = input.dataset;
  for (const file of input.files ?? []) {
    if (input.accept && !fits(file, input.accept)) return wrongKind.replace('%', file.name);
    if (maxBytes && file.size > Number(maxBytes)) return tooBig.replace('%', file.name);
  }
  return '';
}

function noteOf(input: HTMLInputElement): HTMLElement {
  const id = `${input.id}-early`;
  const found = document.getElementById(id);
  if (found) return found;
  const note = document.createElement('p');
  note.id = id;
  note.setAttribute('role', 'alert');
  input.before(note);
  return note;
}

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
  const words = complaint(input);
  const note = noteOf(input);
  note.textContent = words;
  note.className = words ? 'govuk-error-message' : 'govuk-visually-hidden';
  input.classList.toggle('govuk-file-upload--error', words !== '');
  if (words) {
    input.value = '';
    input.focus();
  }
});
