interface FileFieldProps {
  id: string;
  /** What to choose. */
  words: string;
  /** Endings of the files that fit, parted by commas. */
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  /** One file at least, and one at most unless `multiple`. */
  onFiles: (files: File[]) => void;
}

/** A field for files of the reader's. It is emptied at once, so that choosing the same file again counts again. */
export function FileField({
  id,
  words,
  accept,
  multiple = false,
  disabled = false,
  onFiles,
}: FileFieldProps) {
  return (
    <div class="field">
      <label for={id}>{words}</label>
      <input
        id={id}
        class="input"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          input.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
