import { useCallback, useState, type ReactNode } from 'react';
import { PinDialog } from './PinDialog';
import { PinContext, type AskPin, type PinRequest, type SignedBy } from './pin';

interface Asked {
  request: PinRequest;
  answer: (signed: SignedBy | null) => void;
}

/** One signature is asked at a time; a second request cancels the first. */
export function PinProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<AskPin>(
    (request) =>
      new Promise((resolve) => {
        setAsked((before) => {
          before?.answer(null);
          return {
            request,
            answer: (signed) => {
              resolve(signed);
            },
          };
        });
      }),
    [],
  );
  const close = (signed: SignedBy | null) => {
    asked?.answer(signed);
    setAsked(null);
  };
  return (
    <PinContext value={ask}>
      {children}
      {asked ? (
        <PinDialog
          request={asked.request}
          onSigned={close}
          onCancel={() => {
            close(null);
          }}
        />
      ) : null}
    </PinContext>
  );
}
