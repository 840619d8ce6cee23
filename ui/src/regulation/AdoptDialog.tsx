import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import { AdoptFields, emptyChoice, useAdoption } from './AdoptFields';
import type { Document, VersionLine } from './model';
import { useAdopt, useRenew } from './useRegulation';
import { useRegulationWords } from './words';

interface AdoptDialogProps {
  version: VersionLine;
  document: Document;
  onClose: () => void;
}

/** Lets posts live by a published version. */
export function AdoptDialog({ version, document, onClose }: AdoptDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const adopt = useAdopt(version.version_id);
  const renew = useRenew();
  const adoption = useAdoption();
  const adoptedWords = useAdoptedWords(document);
  const [choice, setChoice] = useState(() => emptyChoice([]));
  const input = adoption(choice);
  const submit = async () => {
    if (!input) return;
    const line = await adopt.run(input);
    if (!line) return;
    void message.success(t('regulation.publish.adopted', { posts: adoptedWords(line) }));
    await renew();
    onClose();
  };
  return (
    <Modal
      open
      title={t('regulation.publish.adoptTitle')}
      okText={t('regulation.publish.adopt')}
      okButtonProps={{ disabled: input === null || choice.posts.length === 0 }}
      confirmLoading={adopt.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <AdoptFields document={document} choice={choice} onChoice={setChoice} />
      {choice.posts.length === 0 ? (
        <p className="zs-field-note">{t('regulation.publish.needPost')}</p>
      ) : null}
      <ProblemAlert problem={adopt.problem} />
    </Modal>
  );
}

/** Which posts live by a version from when, as the server decided: at their next change of shifts. */
export function useAdoptedWords(document: Document | null): (line: VersionLine) => string {
  const { t } = useTranslation();
  const time = useTime();
  const words = useRegulationWords();
  return (line) =>
    words.list(
      line.adopted_by.map((one) => {
        const name = document?.posts.find((post) => post.key === one.post)?.name;
        return t('regulation.publish.postAt', {
          post: name ? words.text(name) : one.post,
          time: time.format(one.effective_at, 'full'),
        });
      }),
    );
}
