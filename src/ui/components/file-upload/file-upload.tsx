// One question per paper; kinds and size are said before choosing, and checked again by the server.
import { type SharedWords, useWords } from '../../words/index.ts';
import { type ControlProps, described, LabelledControl } from '../form-group.tsx';
import { join, type Piece } from '../piece.tsx';

export interface FileUploadProps extends ControlProps {
  label: Piece;
  multiple?: boolean;
  disabled?: boolean;
  /** Passed to `accept`, so that the phone offers the right files (".pdf,.jpg"). */
  accept?: string;
  /** Bytes; the browser warns early, the server decides. */
  maxBytes?: number;
}

const MEGABYTE = 1_000_000;

/** The sentences the browser says at once; `%` stands for the file's name. */
function earlyWords(words: SharedWords['file'], { accept, maxBytes }: FileUploadProps) {
  return {
    'data-too-big': maxBytes ? words.tooBig('%', `${Math.floor(maxBytes / MEGABYTE)} MB`) : undefined,
    'data-wrong-kind': accept ? words.wrongKind('%', accept.replaceAll('.', '').toUpperCase()) : undefined,
  };
}

/** Label, hint, error and a file control. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  const early = earlyWords(useWords().file, props);
  return (
    <LabelledControl id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
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
        {...early}
        aria-describedby={described(id, props)}
        {...props.attributes}
      />
    </LabelledControl>
  );
}
