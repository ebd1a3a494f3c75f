import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { checkFixtures, controlOf, type Options } from '../fixture-check.tsx';
import { PasswordInput } from './password-input.tsx';

type Given = Options & { value?: string; autocomplete?: string; disabled?: boolean };

/** The package carries its English in its script; ours carries every word in the page. */
const WORDS = / data-i18n\.[\w-]+="[^"]*"/gu;

checkFixtures(
  'password-input',
  (o: Given) => (
    <PasswordInput {...controlOf(o)} value={o.value} autocomplete={o.autocomplete} disabled={o.disabled} />
  ),
  { 'with translations': 'the words come from the page’s language, not from options' },
  (html) => html.replace(WORDS, ''),
);

test('every word of the button is in the page, for the script to find', () => {
  const html = renderToString(<PasswordInput name="mat-khau" label="Mật khẩu" />);
  for (const key of [
    'show-password',
    'hide-password',
    'show-password-aria-label',
    'hide-password-aria-label',
    'password-shown-announcement',
    'password-hidden-announcement',
  ]) {
    expect(html).toMatch(new RegExp(`data-i18n\\.${key}="[^"]+"`, 'u'));
  }
});
