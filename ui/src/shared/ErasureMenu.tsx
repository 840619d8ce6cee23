import { DeleteOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useMay } from './community';
import { ErasureDialog } from './ErasureDialog';

export type ErasureSubject = components['schemas']['ErasureSubject'];

interface ErasureMenuProps {
  subject: ErasureSubject;
  /** What is erased, as the list calls it: a number. */
  name: string;
  /** What goes and what stays, in a sentence. */
  explain: string;
  /** Shows the record as it is now. */
  onErased: () => Promise<void>;
}

/** 依法删除个人信息, behind a menu: it is rare, and it cannot be undone. Only for those who may. */
export function ErasureMenu(props: ErasureMenuProps) {
  const { t } = useTranslation();
  const may = useMay('erase_personal_data');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'erase',
              danger: true,
              icon: <DeleteOutlined />,
              label: t('shared.erasure.action'),
            },
          ],
          onClick: () => {
            setOpen(true);
          },
        }}
      >
        <Button
          size="small"
          type="text"
          className="zs-no-print"
          icon={<EllipsisOutlined />}
          aria-label={t('shared.erasure.more', { name: props.name })}
        />
      </Dropdown>
      {open ? (
        <ErasureDialog
          {...props}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
