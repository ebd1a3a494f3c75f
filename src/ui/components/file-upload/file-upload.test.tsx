import { checkFixtures, controlOf, type Options } from '../fixture-check.tsx';
import { FileUpload } from './file-upload.tsx';

const dropZone = 'the drop zone needs script and 20 kB of it; ours is the native control';

checkFixtures(
  'file-upload',
  (o: Options & { multiple?: boolean; disabled?: boolean }) => (
    <FileUpload {...controlOf(o)} multiple={o.multiple} disabled={o.disabled} />
  ),
  {
    enhanced: dropZone,
    'enhanced, with error message and hint': dropZone,
    'enhanced, multiple files': dropZone,
    'enhanced, custom wrapper classes and attributes': dropZone,
    translated: dropZone,
  },
);
