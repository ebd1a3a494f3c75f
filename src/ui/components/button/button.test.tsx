import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { Button, type ButtonProps } from './button.tsx';

type Given = Options & { isStartButton?: boolean } & Pick<
    ButtonProps,
    'href' | 'type' | 'name' | 'value' | 'id' | 'disabled' | 'preventDoubleClick'
  >;

checkFixtures(
  'button',
  ({ text, html, isStartButton, ...o }: Given) => (
    <Button {...o} start={isStartButton}>
      {said({ text, html }) ?? ''}
    </Button>
  ),
  { 'start link with html': 'our start button takes words, which need no span' },
);
