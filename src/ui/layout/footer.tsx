// The foot of every page: help by telephone, what the law wants said, and that this is only a trial.
import { surroundings } from '../surroundings.ts';
import { useWords } from '../words/index.ts';

/** Help, statements and licence. */
export function Footer() {
  const words = useWords();
  const { helpLine, homes } = surroundings();
  const portal = homes.portal.replace(/\/$/u, '');
  return (
    <footer class="mc-footer">
      <div class="mc-container">
        <h2 class="govuk-visually-hidden">{words.footerTitle}</h2>
        <p class="mc-footer__help">
          <strong>{words.helpTitle}</strong> {words.helpByPhone(helpLine.phone, words.helpHours)}
        </p>
        <ul class="mc-footer__links">
          <li>
            <a class="govuk-link" href={`${portal}/kha-nang-tiep-can`}>
              {words.accessibility}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`${portal}/bao-ve-du-lieu`}>
              {words.privacy}
            </a>
          </li>
        </ul>
        <p>{words.openSource}</p>
      </div>
    </footer>
  );
}

/** Said on every page in sandbox mode, before anything else; nothing otherwise. */
export function SandboxBanner() {
  const words = useWords();
  const { sandbox } = surroundings();
  if (!sandbox) return null;
  return (
    <aside class="mc-sandbox" aria-label={words.sandboxLabel}>
      <div class="mc-container">
        {words.sandboxNotice}.{' '}
        <a class="govuk-link" href={sandbox.href}>
          {words.sandboxMore}
        </a>
      </div>
    </aside>
  );
}
