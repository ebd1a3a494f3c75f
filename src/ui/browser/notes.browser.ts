// What is said at the box of files before the server has seen them.

/** The place above a box where it is said, and read out. */
export function noteOf(input: HTMLInputElement): HTMLElement {
  const id = `${input.id}-early`;
  const found = document.getElementById(id);
  if (found) return found;
  const note = document.createElement('p');
  note.id = id;
  note.setAttribute('role', 'alert');
  (input.closest('.mc-pick') ?? input).before(note);
  return note;
}
