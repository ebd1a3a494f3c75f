// Everything wrong with a definition whose shape is right, in words for its author: what names nothing, stands twice, contradicts
// itself or can never be.
import type { Condition } from '../condition.ts';
import type { FormDefinition, Page } from '../definition.ts';
import { conditionFaults } from './condition-faults.ts';
import { optionFaults, referenceFaults } from './field-faults.ts';
import { nameFaults } from './name-faults.ts';
import { meant } from './near.ts';
import { neverHolds } from './never-holds.ts';
import { namesAt, ownConditions, type Path, type Placed, placedFields, seenOf } from './structure.ts';

export interface DefinitionFault {
  /** Id of the page. */
  readonly page?: string;
  /** Key of the question: `child.birthDate`, `docs[].title`. */
  readonly field?: string;
  /** What is wrong and what to do, in Vietnamese. */
  readonly what: string;
  /** Where it stands in the definition. */
  readonly path: Path;
}

/** The definition under judgement. */
interface Judged {
  readonly definition: FormDefinition;
  readonly placed: readonly Placed[];
  /** Every condition names what it may: now it is asked whether it can ever hold. */
  readonly sound: boolean;
}

/** All faults, in the order of the form; none when it may be published. */
export function faultsOfDefinition(definition: FormDefinition): readonly DefinitionFault[] {
  const judged = { definition, placed: placedFields(definition) };
  const faults = allFaults({ ...judged, sound: false });
  return faults.length > 0 ? faults : allFaults({ ...judged, sound: true });
}

function allFaults(judged: Judged): readonly DefinitionFault[] {
  const { pages } = judged.definition;
  return [
    ...wholeFaults(judged.definition),
    ...pages.flatMap((page, at) => pageFaults(judged, page, at)),
    ...componentFaults(judged),
    ...warningFaults(judged),
  ];
}

function wholeFaults({ validFrom, validTo, sections }: FormDefinition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  if (validFrom && validTo && validFrom >= validTo) {
    faults.push({ what: `“validTo” (${validTo}) phải sau “validFrom” (${validFrom}).`, path: ['validTo'] });
  }
  sections.forEach(({ title }, at) => {
    // Sections that ask nothing of a person are not shown: A, B, C, F would look as if something were lost.
    if (/^(?:[A-Z]|[IVX]+|\d+)[.)]\s/u.test(title))
      faults.push({
        what: `Tên mục “${title}” không mang số hay chữ thứ tự: mục không có gì để hỏi thì không hiện, thứ tự sẽ đứt quãng.`,
        path: ['sections', at, 'title'],
      });
  });
  for (const at of repeated(sections.map((section) => section.id))) {
    faults.push({ what: `Mục “${sections[at]?.id}” có hai lần trong “sections”.`, path: ['sections', at] });
  }
  return faults;
}

function pageFaults(judged: Judged, page: Page, at: number): readonly DefinitionFault[] {
  const { definition, placed } = judged;
  const { id, section, visibleWhen } = page;
  const path = ['pages', at];
  const sections = definition.sections.map((each) => each.id);
  const faults: DefinitionFault[] = [];
  if (definition.pages.findIndex((each) => each.id === id) < at)
    faults.push({ page: id, what: `Trang “${id}” có hai lần.`, path: [...path, 'id'] });
  if (!sections.includes(section)) {
    const what = `Không có mục “${section}” trong “sections”.${meant(section, sections)}`;
    faults.push({ page: id, what, path: [...path, 'section'] });
  }
  const before = placed.filter((each) => !each.repeat && definition.pages.indexOf(each.page) < at);
  const whens = whenFaults(judged, 'visibleWhen', visibleWhen, { before }, []);
  faults.push(...whens.map((what) => ({ page: id, what, path: [...path, 'visibleWhen'] })));
  const here = placed.filter((each) => each.page === page);
  return [...faults, ...here.flatMap((each) => fieldFaults(judged, each))];
}

function fieldFaults(judged: Judged, place: Placed): readonly DefinitionFault[] {
  const { field, page, name, path } = place;
  const onPage = page.visibleWhen ? [page.visibleWhen] : [];
  const shown = field.visibleWhen ? [...onPage, field.visibleWhen] : onPage;
  const conditions = [
    { at: 'visibleWhen', condition: field.visibleWhen, given: onPage },
    { at: 'requiredWhen', condition: field.requiredWhen, given: shown },
    ...ownConditions(field).map(({ path: at, condition }) => ({ at, condition, given: shown })),
  ];
  const faults = [
    ...nameFaults(place, judged.placed).map((what) => ({ at: 'key', what })),
    ...conditions.flatMap(({ at, condition, given }) =>
      whenFaults(judged, at, condition, place, given, place).map((what) => ({ at, what })),
    ),
    ...referenceFaults(place, judged.placed),
    ...optionFaults(field),
  ];
  return faults.map(({ at, what }) => ({
    page: page.id,
    field: name,
    what,
    path: [...path, ...at.split('.').filter(Boolean)],
  }));
}

/** What is wrong with a condition, or that it cannot hold where it stands. */
function whenFaults(
  { placed, sound }: Judged,
  at: string,
  condition: Condition | undefined,
  place: Pick<Placed, 'before' | 'row'>,
  given: readonly Condition[],
  self?: Placed,
): readonly string[] {
  if (!condition) return [];
  if (!sound) {
    const faults = conditionFaults(condition, namesAt(place, placed, self));
    return faults.map((what) => `Điều kiện “${at}”: ${what}`);
  }
  const row = place.row && seenOf(place.row, placed);
  const never = neverHolds([...given, condition], seenOf(place.before, placed), row);
  return never ? [`Điều kiện “${at}” không bao giờ đúng ở chỗ này.`] : [];
}

function componentFaults(judged: Judged): readonly DefinitionFault[] {
  const { placed } = judged;
  const { components } = judged.definition;
  const before = placed.filter((each) => !each.repeat);
  const twice = new Set(repeated(components.map((each) => each.key)));
  return components.flatMap(({ key, visibleWhen, requiredWhen }, at) => {
    const path = ['components', at];
    const whens = [
      { when: 'visibleWhen', condition: visibleWhen, given: [] },
      { when: 'requiredWhen', condition: requiredWhen, given: visibleWhen ? [visibleWhen] : [] },
    ];
    return [
      ...(twice.has(at) ? [{ what: `Giấy tờ “${key}” có hai lần trong “components”.`, path }] : []),
      ...whens.flatMap(({ when, condition, given }) =>
        whenFaults(judged, when, condition, { before }, given).map((what) => ({
          what: `Giấy tờ “${key}”: ${what}`,
          path: [...path, when],
        })),
      ),
    ];
  });
}

function warningFaults(judged: Judged): readonly DefinitionFault[] {
  const { placed } = judged;
  const { warnings = [] } = judged.definition;
  const before = placed.filter((each) => !each.repeat);
  const keys = before.map((each) => each.field.key);
  const twice = new Set(repeated(warnings.map((each) => each.id)));
  return warnings.flatMap(({ id, field, when }, at) => {
    const path = ['warnings', at];
    const about = before.find((each) => each.field.key === field);
    const faults = whenFaults(judged, 'when', when, { before }, []).map((what) => ({ what, to: 'when' }));
    if (!about) faults.unshift({ what: `Không có câu hỏi “${field}”.${meant(field, keys)}`, to: 'field' });
    if (twice.has(at)) faults.unshift({ what: 'Tên này có hai lần trong “warnings”.', to: 'id' });
    return faults.map(({ what, to }) => ({ what: `Lời nhắc “${id}”: ${what}`, path: [...path, to] }));
  });
}

/** The places in the list where a name stands again. */
function repeated(names: readonly string[]): readonly number[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
}
