// One question per paper; kinds and size are said before choosing, and checked again by the server.
import { type SharedWords, useWords } from '../../words/index.ts';
import { type ControlProps, described, LabelledControl } from '../form-group.tsx';
import { join, type Piece } from '../piece.tsx';

export interface FileUploadProps extends ControlProps {
  label: Piece;
  multiple?: boolean;
  disabled?: boolean;
  /** Passed to `accept`, so that the phone offers the right files (".pdf,.jpg,image/jpeg"). */
  accept?: string;
  /** Bytes; the browser warns early, the server decides. */
  maxBytes?: number;
  /** Bytes of a photo; the browser makes large ones smaller before it sends them. `maxBytes` when absent. */
  maxPictureBytes?: number;
}

const MEGABYTE = 1_000_000;
const size = (bytes: number) => `${Math.floor(bytes / MEGABYTE)} MB`;

/** The sentences the browser says at once; `%` stands for the file's name. */
function earlyWords(words: SharedWords['file'], { accept, maxBytes, maxPictureBytes }: FileUploadProps) {
  const endings = accept?.split(',').filter((kind) => kind.startsWith('.'));
  return {
    'data-too-big': maxBytes ? words.tooBig('%', size(maxBytes)) : undefined,
    'data-picture-too-big': maxPictureBytes ? words.tooBig('%', size(maxPictureBytes)) : undefined,
    'data-wrong-kind': endings
      ? words.wrongKind('%', endings.join(', ').replaceAll('.', '').toUpperCase())
      : undefined,
    'data-sending': words.sending,
    'data-broken-off': words.brokenOff,
  };
}

/** The browser's own control, which speaks the browser's language. */
export function FileControl({ id, early, ...props }: FileUploadProps & { id: string; early?: object }) {
  return (
    <input
      class={join(
        'govuk-file-upload',
        props.classes,
        props.error !== undefined && 'govuk-file-upload--error',
      )}
      id={id}
      name={props.name}
      type="file"
      multiple={props.multiple}
      disabled={props.disabled}
      accept={props.accept}
      data-max-bytes={props.maxBytes}
      data-max-picture={props.maxPictureBytes}
      {...early}
      aria-describedby={described(id, props)}
      {...props.attributes}
    />
  );
}

/**
 * Label, hint, error and a file control in the page's language: the browser's own lies unseen over a face that says what it does
 * and, without script too, whether a file was chosen. The form around it says `novalidate`.
 */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  const words = useWords().file;
  return (
    <LabelledControl id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      <div class="mc-pick">
        <FileControl
          {...props}
          id={id}
          attributes={{ required: true, ...props.attributes }}
          early={earlyWords(words, props)}
        />
        <span
          class="mc-pick__face"
          aria-hidden="true"
          data-choose={words.choose}
          data-none={words.none}
          data-chosen={words.chosen}
        />
      </div>
    </LabelledControl>
  );
}
