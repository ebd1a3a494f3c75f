import { checkFixtures, holed, type Options, part, piece } from '../fixture-check.tsx';
import { type Task, TaskList } from './task-list.tsx';

function taskOf(given: Options): Task {
  const status = part(given, 'status');
  const tag = status && part(status, 'tag');
  return {
    title: piece(given.title) ?? '',
    href: (given as { href?: string }).href,
    hint: piece(given.hint),
    status: tag ? { tag: piece(tag) ?? '', classes: status.classes } : (piece(status) ?? ''),
    classes: given.classes,
  };
}

checkFixtures('task-list', (o: Options & { idPrefix?: string }) => (
  <TaskList
    items={holed(o, 'items').map((task) => task && taskOf(task))}
    idPrefix={o.idPrefix}
    classes={o.classes}
    attributes={o.attributes}
  />
));
