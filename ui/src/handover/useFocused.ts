import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';

/** A field that opens because somebody pressed a button takes the focus, once. */
export function useFocused() {
  const field = useRef<InputRef>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return field;
}
