// One of a list that opens.
import { Select } from '../../components/index.ts';
import { useLang, vietnameseOption } from '../../words/index.ts';
import { boxOf, type ControlProps } from '../drawn.ts';
import { useFormWords } from '../form-words.ts';
import { useLabel } from '../marked.tsx';

export function List(props: ControlProps<'list'>) {
  const words = useFormWords();
  const lang = useLang();
  const { error, ...box } = boxOf(props, props.suffix);
  return (
    <Select
      {...box}
      error={error}
      label={useLabel(props)}
      hint={props.hint}
      items={[
        { value: '', text: words.choose },
        ...props.asked.options.map(({ value, label }) => ({ value, text: label, ...vietnameseOption(lang) })),
      ]}
    />
  );
}
