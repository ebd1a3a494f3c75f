// What happened to a dossier, newest first, in the words of the person it belongs to.
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/index.ts';

export interface TimelineItem {
  title: string;
  /** Formatted for people ("15:30 ngày 20/11/2026"). */
  at: string;
  /** ISO instant for `datetime`. */
  instant?: string;
  /** Who did it. */
  by?: string;
  children?: ComponentChildren;
}

/** HTML knows thousandths of a second and nothing smaller. */
const inHtml = (instant: string) => instant.replace(/(\.\d{3})\d+/u, '$1');

/** The history of a dossier. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  const words = useWords().dossier;
  return (
    <ol class="mc-timeline" aria-label={label ?? words.history}>
      {items.map((item) => (
        <li key={`${item.at} ${item.title}`} class="mc-timeline__item">
          <p class="mc-timeline__title">{item.title}</p>
          <p class="mc-timeline__when">
            {item.instant ? <time dateTime={inHtml(item.instant)}>{item.at}</time> : item.at}
            {item.by && <> · {item.by}</>}
          </p>
          {item.children && <div class="mc-timeline__more">{item.children}</div>}
        </li>
      ))}
    </ol>
  );
}
