// The files of a dossier at the desk, paper by paper, and which papers are not there.
import { componentNames, type Sheet } from './sheet.ts';
import { sheet as words } from './words.vi.ts';

export function Files({ sheet }: { sheet: Pick<Sheet, 'dossier' | 'components'> }) {
  const { dossier } = sheet;
  const byComponent = Map.groupBy(dossier.files, (file) => file.component);
  return (
    <ul class="govuk-list">
      {componentNames(sheet).map((paper) => {
        const files = byComponent.get(paper.key) ?? [];
        return (
          <li key={paper.key}>
            {paper.name}: {files.length === 0 && <Absent paper={paper} />}
            {files.map((file, index) => (
              <span key={file.id}>
                {index > 0 && ', '}
                <a class="govuk-link" href={`/ho-so/${dossier.id}/tep/${file.id}`}>
                  {file.name}
                </a>{' '}
                ({sizeOf(file.size)}
                {file.supplementId ? words.supplement : ''})
                {isPicture(file.mime) && (
                  <>
                    {' '}
                    <a class="govuk-link" href={`/ho-so/${dossier.id}/tep/${file.id}/xem`}>
                      {words.look}
                      <span class="govuk-visually-hidden">{words.picture(file.name)}</span>
                    </a>
                  </>
                )}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Pictures that a browser shows by itself. */
export function isPicture(mime: string): boolean {
  return mime === 'image/jpeg' || mime === 'image/png';
}

function Absent({ paper }: { paper: { required: boolean; presentOnly: boolean; fromForm: boolean } }) {
  if (paper.fromForm) return <>{words.fromForm}</>;
  if (paper.presentOnly) return <>{words.presentOnly}</>;
  return paper.required ? <strong>{words.absent}</strong> : <span class="mc-muted">{words.notGiven}</span>;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
