import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ProblemAlert } from '../shared/ProblemAlert';

interface ReasonDialogProps {
  title: string;
  explain?: string;
  label: string;
  confirm: string;
  danger?: boolean;
  /** Whether the further fields are filled. */
  ready?: boolean;
  problem: unknown;
  pending: boolean;
  /** Further fields, above the words. */
  children?: ReactNode;
  onSubmit: (words: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for words before something is decided. */
export function ReasonDialog(props: ReasonDialogProps) {
  const id = useId();
  const [words, setWords] = useState('');
  return (
    <Modal
      open
      title={props.title}
      okText={props.confirm}
      okButtonProps={{
        danger: props.danger ?? false,
        disabled: words.trim() === '' || props.ready === false,
      }}
      confirmLoading={props.pending}
      onOk={() => void props.onSubmit(words)}
      onCancel={props.onClose}
    >
      {props.explain ? <p>{props.explain}</p> : null}
      {props.children}
      <label htmlFor={id}>{props.label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <ProblemAlert problem={props.problem} />
    </Modal>
  );
}
