import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConflictField {
  name: string;
  label: string;
  /** How a value reads; text by default. */
  show?: (value: unknown) => ReactNode;
}

interface ConflictDialogProps {
  open: boolean;
  fields: readonly ConflictField[];
  /** What this page wanted to save. */
  mine: Record<string, unknown>;
  /** `problem.current`: what is stored now. */
  theirs: Record<string, unknown>;
  /** Save mine again, with the version of the stored one. */
  onKeepMine: () => void;
  /** Put the stored one into the form. */
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Two people edited the same thing: both versions side by side, field by field. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { t } = useTranslation();
  const { fields, mine, theirs } = props;
  const differing = fields.filter((field) => !same(mine[field.name], theirs[field.name]));
  return (
    <Modal
      open={props.open}
      title={t('shared.conflict.title')}
      width={720}
      onCancel={props.onClose}
      footer={[
        <Button key="theirs" onClick={props.onTakeTheirs}>
          {t('shared.conflict.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={props.onKeepMine}>
          {t('shared.conflict.keepMine')}
        </Button>,
      ]}
    >
      <p>{t(differing.length > 0 ? 'shared.conflict.explain' : 'shared.conflict.same')}</p>
      {differing.length > 0 ? (
        <table className="zs-conflict">
          <thead>
            <tr>
              <th scope="col">{t('shared.conflict.field')}</th>
              <th scope="col">{t('shared.conflict.mine')}</th>
              <th scope="col">{t('shared.conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td>{shown(field, mine[field.name], t('shared.conflict.empty'))}</td>
                <td>{shown(field, theirs[field.name], t('shared.conflict.empty'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Modal>
  );
}

/** An empty text, null and a missing field are the same to the reader. */
function same(a: unknown, b: unknown): boolean {
  return (
    JSON.stringify(a === '' ? null : (a ?? null)) === JSON.stringify(b === '' ? null : (b ?? null))
  );
}

function shown(field: ConflictField, value: unknown, empty: string): ReactNode {
  if (value === null || value === undefined || value === '') return empty;
  if (field.show) return field.show(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}
