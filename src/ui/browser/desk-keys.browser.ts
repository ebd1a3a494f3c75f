// The desk by keyboard: j and k walk the rows, Enter opens, / goes to the search box.

const ACTIVE = 'mc-desk__row--active';
const table = document.querySelector<HTMLTableElement>('[data-module="mc-desk-keys"]');
const rows = [...(table?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [])];
let at = rows.findIndex((row) => row.querySelector('[aria-current="true"]'));

function walk(step: number): void {
  rows[at]?.classList.remove(ACTIVE);
  at = Math.min(Math.max(at + step, 0), rows.length - 1);
  const row = rows[at];
  row?.classList.add(ACTIVE);
  row?.querySelector('a')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** Keys belong to whoever is typing, and to the browser when held with another. */
function busy(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const typing = target.matches('input, textarea, select') || target.isContentEditable;
  return typing || event.ctrlKey || event.altKey || event.metaKey;
}

const acts: Record<string, () => void> = {
  j: () => walk(1),
  k: () => walk(-1),
  '/': () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
};

if (table) {
  document.addEventListener('keydown', (event) => {
    const act = busy(event) ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  table.addEventListener('focusout', () => rows[at]?.classList.remove(ACTIVE));
}
