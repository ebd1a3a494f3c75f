// One dossier on a page of its own, and a picture of it at full size.
import type { Shell } from '../../../ui/index.ts';
import { NotificationBanner, Page } from '../../../ui/index.ts';
import { DossierSheet } from '../dossier-sheet.tsx';
import type { Sheet } from '../sheet.ts';

export function DossierPage({ shell, sheet, said }: { shell: Shell; sheet: Sheet; said?: string }) {
  const { dossier, procedure } = sheet;
  return (
    <Page
      {...shell}
      title={`${dossier.number ?? dossier.requestCode} ${procedure.name}`}
      width="wide"
      backLink="/hang-doi"
    >
      {said && <NotificationBanner success say={said} />}
      <DossierSheet sheet={sheet} csrf={shell.csrf ?? ''} level={1} />
    </Page>
  );
}

export interface PicturePageProps {
  shell: Shell;
  dossierId: string;
  file: { id: string; name: string };
  /** Name of the paper the picture shows. */
  paper: string;
}

export function PicturePage({ shell, dossierId, file, paper }: PicturePageProps) {
  return (
    <Page {...shell} title={file.name} width="wide" backLink={`/ho-so/${dossierId}`}>
      <h1 class="govuk-heading-m">
        {paper}: {file.name}
      </h1>
      <img class="mc-picture" src={`/ho-so/${dossierId}/tep/${file.id}/anh`} alt={`${paper}: ${file.name}`} />
    </Page>
  );
}
