import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { checkFixtures, controlOf, type Options } from '../fixture-check.tsx';
import { LabelledControl } from '../form-group.tsx';
import { FileControl, FileUpload } from './file-upload.tsx';

const dropZone = 'the drop zone needs script and 20 kB of it; ours is the native control';

checkFixtures(
  'file-upload',
  (o: Options & { multiple?: boolean; disabled?: boolean }) => {
    const props = controlOf(o);
    const id = props.id ?? props.name;
    return (
      <LabelledControl {...props} id={id}>
        <FileControl {...props} id={id} multiple={o.multiple} disabled={o.disabled} />
      </LabelledControl>
    );
  },
  {
    enhanced: dropZone,
    'enhanced, with error message and hint': dropZone,
    'enhanced, multiple files': dropZone,
    'enhanced, custom wrapper classes and attributes': dropZone,
    translated: dropZone,
  },
);

test('the control says in the page’s language what it does and what is chosen', () => {
  const html = renderToString(<FileUpload label="Tệp" name="tep" />);
  expect(html).toContain('data-choose="Chọn tệp từ máy"');
  expect(html).toContain('data-none="Chưa chọn tệp nào"');
  expect(html).toContain('required');
});
