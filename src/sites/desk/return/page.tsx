// The leader does not sign yet: why, in writing.
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, CsrfField, Page, type Shell, Textarea } from '../../../ui/index.ts';
import { Proposals } from '../dossier-history.tsx';
import { sayRefusal } from '../say-refusal.ts';
import type { Sheet } from '../sheet.ts';

export function ReturnPage({
  shell,
  sheet,
  why,
  refusal,
}: {
  shell: Shell;
  sheet: Sheet;
  why: string;
  refusal?: Refusal;
}) {
  const { dossier, procedure } = sheet;
  const title = 'Trả lại công chức thụ lý';
  return (
    <Page
      {...shell}
      title={title}
      width="form"
      backLink={`/ho-so/${dossier.id}`}
      errors={refusal ? [{ say: sayRefusal(refusal), href: '#why' }] : []}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {procedure.name} · {dossier.ownerName} · <span class="mc-number">{dossier.number}</span>
      </p>
      <Proposals sheet={sheet} level={1} />
      <form method="post" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={dossier.version} />
        <Textarea
          label="Lý do trả lại"
          hint="Ghi rõ cần sửa gì hoặc kiểm tra thêm gì."
          name="why"
          value={why}
          error={refusal && sayRefusal(refusal)}
        />
        <Button preventDoubleClick>Trả lại</Button>
      </form>
    </Page>
  );
}
