import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { byLine, lineRange, type Diagnostic } from './model';
import { useRegulationWords } from './words';

/** What others may ask of the editor. */
export interface EditorHandle {
  showLine: (line: number) => void;
}

interface SourceEditorProps {
  ref?: Ref<EditorHandle>;
  value: string;
  diagnostics?: readonly Diagnostic[];
  /** Without it the text can only be read. */
  onChange?: (text: string) => void;
  label: string;
}

const LINE_PX = 20;

/** The source with numbered lines; a line with a remark is marked and says it on the pointer. */
export function SourceEditor({ ref, value, diagnostics, onChange, label }: SourceEditorProps) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const marked = byLine(diagnostics ?? []);
  const lines = value.split('\n').length;
  useImperativeHandle(ref, () => ({
    showLine: (line) => {
      const { start, end } = lineRange(value, line);
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
      if (field.current) field.current.scrollTop = Math.max(0, (line - 5) * LINE_PX);
    },
  }));
  useEffect(() => {
    // The browser may keep an old scroll position after the text was replaced.
    if (gutter.current && field.current) gutter.current.scrollTop = field.current.scrollTop;
  }, [value]);
  return (
    <div className="zs-reg-editor">
      <div className="zs-reg-gutter" ref={gutter} aria-hidden>
        {Array.from({ length: lines }, (_, at) => {
          const wrong = marked.get(at + 1) ?? [];
          return (
            <span
              key={at}
              className={wrong[0] ? `zs-reg-line zs-reg-line-${wrong[0].severity}` : 'zs-reg-line'}
              title={wrong.map((one) => words.message(one)).join('\n')}
            >
              {at + 1}
            </span>
          );
        })}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        placeholder={t('regulation.check.empty')}
        spellCheck={false}
        wrap="off"
        readOnly={!onChange}
        value={value}
        onChange={(event) => {
          onChange?.(event.target.value);
        }}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
