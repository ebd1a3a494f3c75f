// One question drawn by its look, with what hangs under its choices.
import type { ComponentChildren, JSX } from 'preact';
import type { Asked, Look, Part, Shown, ShownInput } from '../../rules/forms/index.ts';
import { useLang, Vi } from '../words/index.ts';
import { Choices } from './controls/choices.tsx';
import { DateBoxes } from './controls/date.tsx';
import { Group } from './controls/group.tsx';
import { Line } from './controls/line.tsx';
import { Lines } from './controls/lines.tsx';
import { List } from './controls/list.tsx';
import { Place } from './controls/place.tsx';
import { Tick, Ticks } from './controls/ticks.tsx';
import type { ControlProps, DrawnProps } from './drawn.ts';

/** Every look with its control; the compiler misses none. */
const CONTROLS: { readonly [L in Look]: (props: ControlProps<L>) => JSX.Element } = {
  line: Line,
  lines: Lines,
  list: List,
  radios: Choices,
  tick: Tick,
  ticks: Ticks,
  date: DateBoxes,
  place: Place,
  group: Group,
};

export interface FieldProps extends DrawnProps {
  /** The other fields of the page or row, among them those that hang under this one. */
  beside: readonly Shown[];
  /** Nothing else on the page: its heading asks for this. */
  alone?: boolean;
}

/** A question with label, hint, error and boxes. */
export function Field(props: FieldProps) {
  const { shown, alone = false } = props;
  const { field, required, asked } = shown;
  // The form's own words are the law's: Vietnamese on any page. Those of parts stand in both languages.
  const label = <Vi>{field.label}</Vi>;
  const hint = field.hint && <Vi>{field.hint}</Vi>;
  const whole = { ...props, asked, label, hint, required, alone, suffix: '', whole: true };
  return <Control {...whole} under={(value) => hanging(props, value)} />;
}

type Bare = Omit<ControlProps<Look>, 'partOf'>;

function Control(props: Bare) {
  const partOf = (part: Part) => <PartControl key={part.suffix} part={part} within={props} />;
  return draw(props.asked, { ...props, partOf });
}

/** One box (or one date) of a question that has several. */
function PartControl({ part, within }: { part: Part; within: Bare }) {
  const language = useLang();
  const marks = { whole: within.required, must: true, may: false, none: undefined };
  const props = {
    ...within,
    asked: part.asked,
    label: part.label[language],
    hint: part.hint?.[language],
    required: marks[part.mark],
    suffix: part.suffix,
    whole: false,
    alone: false,
  };
  return <Control {...props} under={() => undefined} />;
}

function draw<L extends Look>(asked: Asked<L>, props: Omit<ControlProps<L>, 'asked'>): JSX.Element {
  const Drawn: (props: ControlProps<L>) => JSX.Element = CONTROLS[asked.as];
  return <Drawn {...props} asked={asked} />;
}

/** The questions that belong to one choice. */
function hanging({ shown, beside, errors }: FieldProps, value: string): ComponentChildren {
  const under = beside.filter(
    (each): each is ShownInput =>
      each.is === 'input' && each.under?.name === shown.name && each.under.values.includes(value),
  );
  if (under.length === 0) return undefined;
  return under.map((each) => <Field key={each.name} shown={each} errors={errors} beside={beside} />);
}
