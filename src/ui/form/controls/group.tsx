// Several boxes that are one answer. Alone on its page the heading asks for it already, so the legend is for screen readers.
import { idOf } from '../../../rules/forms/index.ts';
import { Fieldset } from '../../components/index.ts';
import type { ControlProps } from '../drawn.ts';
import { useLegend } from '../marked.tsx';

export function Group(props: ControlProps<'group'>) {
  const { asked, hint, alone, shown } = props;
  const hintId = `${idOf(shown.name)}-hint`;
  const legend = useLegend(props);
  return (
    <Fieldset
      legend={alone ? <span class="govuk-visually-hidden">{legend.say}</span> : legend}
      describedBy={hint ? hintId : undefined}
    >
      {hint && (
        <div id={hintId} class="govuk-hint">
          {hint}
        </div>
      )}
      {asked.parts.map((part) => props.partOf(part))}
    </Fieldset>
  );
}
