import { useRef } from 'react';
import type { EditorHandle } from './SourceEditor';

/** Leads from a remark to its line in the editor. */
export function useEditorLine() {
  const editor = useRef<EditorHandle>(null);
  const showLine = (line: number) => {
    editor.current?.showLine(line);
  };
  return { editor, showLine };
}
