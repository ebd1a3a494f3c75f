// Which dossier a page of an act is about, in a line: procedure, owner, number.
import type { Sheet } from './sheet.ts';

export function DossierLine({ sheet }: { sheet: Pick<Sheet, 'dossier' | 'procedure'> }) {
  const { dossier, procedure } = sheet;
  return (
    <p class="govuk-body">
      {procedure.name} · {dossier.ownerName} ·{' '}
      <span class="mc-number">{dossier.number ?? dossier.requestCode}</span>
    </p>
  );
}
