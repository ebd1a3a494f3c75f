import { checkFixtures, type Options, raw, said } from '../fixture-check.tsx';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.tsx';

type Given = Options & { type?: string; titleText?: string; titleHtml?: string } & Pick<
    NotificationBannerProps,
    'titleId' | 'titleHeadingLevel' | 'role' | 'disableAutoFocus'
  >;

checkFixtures('notification-banner', (o: Given) => (
  <NotificationBanner
    say={o.text === undefined ? undefined : String(o.text)}
    title={said({ text: o.titleText, html: o.titleHtml })}
    titleId={o.titleId}
    titleHeadingLevel={o.titleHeadingLevel}
    success={o.type === 'success'}
    role={o.role}
    disableAutoFocus={o.disableAutoFocus}
    classes={o.classes}
    attributes={o.attributes}
  >
    {o.html ? raw(o.html) : undefined}
  </NotificationBanner>
));
