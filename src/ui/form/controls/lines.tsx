// Several lines to write on.
import { Textarea } from '../../components/index.ts';
import { boxOf, type ControlProps } from '../drawn.ts';
import { useLabel } from '../marked.tsx';

export function Lines(props: ControlProps<'lines'>) {
  const { error, ...box } = boxOf(props, props.suffix);
  return (
    <Textarea {...box} error={error} label={useLabel(props)} hint={props.hint} rows={props.asked.rows} />
  );
}
