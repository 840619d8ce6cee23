import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../shared/problem';
import { ProblemAlert } from '../shared/ProblemAlert';
import { AdoptFields, emptyChoice, useAdoption } from './AdoptFields';
import type { Document } from './model';
import type { Adoption } from './useRegulation';

interface PublishDialogProps {
  document: Document;
  problem: Problem | null;
  pending: boolean;
  onPublish: (adoption: Adoption) => void;
  onClose: () => void;
}

/** A reviewed draft becomes a version that is not changed any more. */
export function PublishDialog({ document, problem, pending, ...on }: PublishDialogProps) {
  const { t } = useTranslation();
  const adoption = useAdoption();
  const [choice, setChoice] = useState(() => emptyChoice(document.posts.map((post) => post.key)));
  const input = adoption(choice);
  return (
    <Modal
      open
      title={t('regulation.publish.title')}
      okText={t('regulation.publish.run')}
      okButtonProps={{ disabled: input === null }}
      confirmLoading={pending}
      onOk={() => {
        if (input) on.onPublish(input);
      }}
      onCancel={on.onClose}
    >
      <AdoptFields document={document} choice={choice} onChoice={setChoice} />
      {choice.posts.length === 0 ? (
        <p className="zs-muted">{t('regulation.publish.postsWhy')}</p>
      ) : null}
      <ProblemAlert problem={problem} />
    </Modal>
  );
}
