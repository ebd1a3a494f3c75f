// Long work in parts: what is done, what waits, what cannot start yet.
import { type Attributes, dressed, join, type Piece } from '../piece.tsx';
import { Tag } from '../tag/tag.tsx';

export interface Task {
  title: Piece;
  /** Absent when the task cannot start yet. */
  href?: string;
  hint?: Piece;
  status: Piece | { tag: Piece; classes?: string };
  classes?: string;
}

export interface TaskListProps {
  /** A task that does not apply may be left as `false` in its place. */
  items: readonly (Task | false | null | undefined)[];
  idPrefix?: string;
  classes?: string;
  attributes?: Attributes;
}

function Status({ id, status }: { id: string; status: Task['status'] }) {
  if (typeof status === 'object' && 'tag' in status) {
    const tag = dressed(status.tag);
    return (
      <div class={join('govuk-task-list__status', status.classes)} id={id}>
        <Tag classes={tag.classes} attributes={tag.attributes}>
          {tag.say ?? ''}
        </Tag>
      </div>
    );
  }
  const words = dressed(status);
  return (
    <div class={join('govuk-task-list__status', words.classes)} id={id}>
      {words.say}
    </div>
  );
}

function Item({ task, id }: { task: Task; id: string }) {
  const title = dressed(task.title);
  return (
    <li class={join('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={join('govuk-link govuk-task-list__link', title.classes)}
            href={task.href}
            aria-describedby={join(task.hint !== undefined && `${id}-hint`, `${id}-status`)}
          >
            {title.say}
          </a>
        ) : (
          <div class={title.classes}>{title.say}</div>
        )}
        {task.hint !== undefined && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {dressed(task.hint).say}
          </div>
        )}
      </div>
      <Status id={`${id}-status`} status={task.status} />
    </li>
  );
}

/** Tasks with their status; colour only for what needs doing. */
export function TaskList({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) {
  return (
    <ul class={join('govuk-task-list', classes)} {...attributes}>
      {items.map((task, index) => task && <Item task={task} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  );
}
