// Chosen files: told at once when one is too large or of the wrong kind, before minutes of upload are lost, and photos made
// smaller on the device. Nothing here is needed: the server judges, and makes smaller what comes large.
import { noteOf } from './notes.browser.ts';
import { send } from './upload.browser.ts';

/** Bytes up to which a photo is sent as it is. */
const FINE = 2_000_000;
/** The longer side of A4 at 300 dots an inch. */
const LONGEST = 3508;
const QUALITY = 0.82;

const isPhoto = (file: File) => /^image\/(?:jpeg|png)$/.test(file.type);

/** What a browser cannot name is left to the server: a name may have dots of its own. */
function fits(file: File, accept: string): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  const name = file.name.toLowerCase();
  if (file.type === '') return true;
  return kinds.some((kind) => (kind.startsWith('.') ? name.endsWith(kind) : file.type === kind));
}

function complaint(input: HTMLInputElement): string {
  const {
    maxBytes,
    maxPicture = maxBytes,
    tooBig = '',
    pictureTooBig = tooBig,
    wrongKind = '',
  } = input.dataset;
  for (const file of input.files ?? []) {
    if (input.accept && !fits(file, input.accept)) return wrongKind.replace('%', () => file.name);
    const picture = file.type.startsWith('image/');
    const most = Number(picture ? maxPicture : maxBytes);
    if (most && file.size > most) return (picture ? pictureTooBig : tooBig).replace('%', () => file.name);
  }
  return '';
}

/** Pictures of `blob:` addresses are not among those that a page may show. */
function dataAddress(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The photo as a smaller JPEG; the file itself where that is not smaller or the browser would lose which way is up. */
async function shrunk(file: File): Promise<File> {
  if (!isPhoto(file) || file.size <= FINE || !CSS.supports('image-orientation', 'from-image')) return file;
  try {
    const image = new Image();
    image.src = await dataAddress(file);
    await image.decode();
    const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const brush = canvas.getContext('2d');
    if (!brush) return file;
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (blob?.type !== 'image/jpeg' || blob.size >= file.size) return file;
    return new File([blob], `${file.name.replace(/\.(?:jpe?g|png)$/i, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

async function shrinkAll(input: HTMLInputElement): Promise<void> {
  const chosen = [...(input.files ?? [])];
  const sent = new DataTransfer();
  for (const file of chosen) sent.items.add(await shrunk(file));
  const same =
    input.files?.length === chosen.length && chosen.every((file, at) => file === input.files?.[at]);
  // Chosen anew meanwhile: that choice has its own turn.
  if (same && chosen.some((file, at) => file !== sent.files[at])) input.files = sent.files;
}

/** Says which files are chosen, in place of the browser's own words. */
function sayChosen(input: HTMLInputElement): void {
  const face = input.nextElementSibling;
  if (!(face instanceof HTMLElement) || !face.classList.contains('mc-pick__face')) return;
  const said = [...(input.files ?? [])].map((file) => file.name).join(', ');
  face.dataset.said ??= face.dataset.chosen ?? '';
  face.dataset.chosen = said ? `${face.dataset.said}: ${said}` : face.dataset.said;
}

const shrinking = new WeakMap<HTMLFormElement, Promise<void>>();

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
  sayChosen(input);
  const { form } = input;
  if (words || !form) return;
  const work = shrinkAll(input)
    .catch(() => {})
    .then(() => {
      if (shrinking.get(form) === work) shrinking.delete(form);
    });
  shrinking.set(form, work);
});

// Sent only when the photos are small; a second press meanwhile is the same press.
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const work = shrinking.get(form);
    if (!work) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.waits) return;
    form.dataset.waits = 'photos';
    work.then(() => {
      delete form.dataset.waits;
      void send(form);
    });
  },
  true,
);
