// News about this person or this service that is not an error.
import type { AriaRole, ComponentChildren, JSX } from 'preact';
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface NotificationBannerProps {
  /** A single line, set as the banner's heading. */
  say?: string;
  /** Or richer content. */
  children?: ComponentChildren;
  title?: Said;
  titleId?: string;
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  success?: boolean;
  role?: AriaRole;
  classes?: string;
  attributes?: Attributes;
  disableAutoFocus?: boolean;
}

/** A framed notice; `success` after an act was done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const words = useWords();
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  const Heading: keyof JSX.IntrinsicElements = `h${props.titleHeadingLevel ?? 2}`;
  const landmark = {
    role: props.role ?? (props.success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
  } as const;
  return (
    <div
      class={join(
        'govuk-notification-banner',
        props.success && 'govuk-notification-banner--success',
        props.classes,
      )}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      {...landmark}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (props.success ? words.done : words.notice)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? <p class="govuk-notification-banner__heading">{props.say}</p>}
      </div>
    </div>
  );
}
