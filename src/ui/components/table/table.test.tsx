import { checkFixtures, list, type Options, said } from '../fixture-check.tsx';
import { type Cell, Table } from './table.tsx';

type Given = Options & { caption?: string; captionClasses?: string; firstCellIsHeader?: boolean };

function cellOf(given: Options): Cell {
  const { format, colspan, rowspan, classes, attributes } = given as Options & Omit<Cell, 'say'>;
  return { say: said(given), format, colspan, rowspan, classes, attributes };
}

checkFixtures('table', (o: Given) => (
  <Table
    caption={o.caption}
    captionClasses={o.captionClasses}
    firstCellIsHeader={o.firstCellIsHeader}
    head={o.head ? list(o, 'head').map(cellOf) : undefined}
    rows={list(o, 'rows').map((row) => (Array.isArray(row) ? row.map(cellOf) : []))}
    classes={o.classes}
    attributes={o.attributes}
  />
));
