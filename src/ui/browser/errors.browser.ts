// After a refused post the error summary takes the focus, and each of its links leads into the very input.

const SUMMARY = '[data-module="govuk-error-summary"]';

/** What should be in sight when its input gets the focus: the legend of its group, or its label. */
function nameOf(input: HTMLElement): Element {
  const legend = input.closest('fieldset')?.querySelector('legend');
  return legend ?? document.querySelector(`label[for="${CSS.escape(input.id)}"]`) ?? input;
}

/** Leads into the page's error summary, when it has one. */
export function findSummary(): void {
  const summary = document.querySelector<HTMLElement>(SUMMARY);
  if (!summary || summary.dataset.disableAutoFocus === 'true') return;
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
}
findSummary();

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>(`${SUMMARY} a[href^="#"]`);
  const input = link && document.getElementById(link.hash.slice(1));
  if (!input) return;
  event.preventDefault();
  nameOf(input).scrollIntoView();
  input.focus({ preventScroll: true });
});
