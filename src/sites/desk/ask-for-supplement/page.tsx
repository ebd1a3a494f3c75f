// Every paper and field in one list: tick, say what is wrong, say what to do. All faults at once, so that nobody is sent back twice.
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, Details, FormGroup, Input, InsetText, type Shell, Textarea } from '../../../ui/index.ts';
import { ActForm, ActFrame } from '../act-form.tsx';
import { sayRefusal } from '../say-refusal.ts';
import type { Sheet } from '../sheet.ts';
import { itemsOf, type Subject, type Typed } from './input.ts';
import { fieldTodo, fieldWrong, paperTodo, paperWrong, vi } from './words.vi.ts';

export interface AskPageProps {
  shell: Shell;
  sheet: Sheet;
  subjects: readonly Subject[];
  typed: Typed;
  refusal?: Refusal;
}

interface Fault {
  say: string;
  href: string;
}

export function AskPage({ shell, sheet, subjects, typed, refusal }: AskPageProps) {
  const { dossier } = sheet;
  const fault = refusal && faultOf(refusal, subjects, typed);
  const papers = subjects.filter((one) => one.kind === 'component');
  const fields = subjects.filter((one) => one.kind === 'field');
  const lineOf = (subject: Subject) => (
    <SubjectLine key={subject.id} subject={subject} typed={typed} fault={fault} />
  );
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={fault ? [fault] : []}>
      <p class="govuk-body">{vi.once}</p>
      <InsetText>{dossier.acceptedAt ? vi.clockRuns : vi.clockNotYet}</InsetText>
      <ActForm {...{ shell, sheet }}>
        <Phrases id="cau-sai-giay" phrases={paperWrong} />
        <Phrases id="cau-lam-giay" phrases={paperTodo} />
        <Phrases id="cau-sai-muc" phrases={fieldWrong} />
        <Phrases id="cau-lam-muc" phrases={fieldTodo} />
        <h2 class="govuk-heading-m">{vi.papers}</h2>
        {papers.map(lineOf)}
        {fields.length > 0 && (
          <Details
            summary={`${vi.fields} (${fields.length})`}
            open={fields.some(({ id }) => typed.ticked.has(id))}
          >
            {fields.map(lineOf)}
          </Details>
        )}
        <Textarea
          label={vi.reason}
          name="ly-do"
          rows={2}
          value={typed.reason}
          error={fault?.href === '#ly-do' ? fault.say : undefined}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{vi.send}</Button>
          <Button kind="secondary" attributes={{ formaction: '?xem=1', formtarget: '_blank' }}>
            {vi.preview}
          </Button>
        </div>
      </ActForm>
    </ActFrame>
  );
}

/** Where the refusal of the act belongs on the page. */
function faultOf(refusal: Refusal, subjects: readonly Subject[], typed: Typed): Fault {
  if (refusal.code === 'overlong') return { say: sayRefusal(refusal), href: `#${refusal.field ?? ''}` };
  if (refusal.field === 'reason') return { say: sayRefusal(refusal), href: '#ly-do' };
  const at = /^items\.(\d+)$/u.exec(refusal.field ?? '')?.[1];
  const item = at === undefined ? undefined : itemsOf(typed, subjects)[Number(at)];
  const subject = item && subjects.find((one) => one.key === item.subject && one.kind === item.kind);
  if (!subject) return { say: sayRefusal(refusal), href: `#chon-${subjects[0]?.id ?? ''}` };
  return {
    say: sayRefusal(refusal),
    href: `#${(typed.wrong[subject.id] ?? '').trim() ? 'lam' : 'sai'}-${subject.id}`,
  };
}

function Phrases({ id, phrases }: { id: string; phrases: readonly string[] }) {
  return (
    <datalist id={id}>
      {phrases.map((phrase) => (
        <option key={phrase} value={phrase} />
      ))}
    </datalist>
  );
}

function SubjectLine({ subject, typed, fault }: { subject: Subject; typed: Typed; fault?: Fault }) {
  const { id, kind } = subject;
  const sort = kind === 'component' ? 'giay' : 'muc';
  const errorAt = (box: string) => (fault?.href === `#${box}-${id}` ? fault.say : undefined);
  return (
    <fieldset class="govuk-fieldset mc-asked">
      <legend class="govuk-visually-hidden">{subject.name}</legend>
      <FormGroup error={errorAt('chon')}>
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`chon-${id}`}
              type="checkbox"
              name="chon"
              value={id}
              checked={typed.ticked.has(id)}
              aria-describedby={`chon-${id}-hint`}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`chon-${id}`}>
              {subject.name}
            </label>
            <div class="govuk-hint govuk-checkboxes__hint" id={`chon-${id}-hint`}>
              {subject.now}
            </div>
          </div>
        </div>
      </FormGroup>
      <div class="mc-asked__lines">
        {(['sai', 'lam'] as const).map((box) => (
          <Input
            key={box}
            label={{
              say: (
                <>
                  {box === 'sai' ? vi.wrong : vi.todo}
                  <span class="govuk-visually-hidden">: {subject.name}</span>
                </>
              ),
              classes: 'govuk-label--s',
            }}
            name={`${box}-${id}`}
            value={(box === 'sai' ? typed.wrong : typed.todo)[id] ?? ''}
            error={errorAt(box)}
            autocomplete="off"
            attributes={{ list: `cau-${box}-${sort}`, maxlength: '500' }}
          />
        ))}
      </div>
    </fieldset>
  );
}
