import { EditOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button, Drawer, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { HomeVehicles } from './HomeVehicles';
import type { Home, Resident } from './model';
import { PersonalPhone } from './PersonalPhone';
import { AddResident, ChangeResident } from './ResidentDialog';
import { useResidents } from './usePeople';

interface HomeDrawerProps {
  code: string;
  home: Home | undefined;
  onClose: () => void;
}

/** One home and who lives there now. */
export function HomeDrawer({ code, home, onClose }: HomeDrawerProps) {
  const { t } = useTranslation();
  const finds = useMay('read_desk');
  const mayEdit = useMay('take_contact');
  const [editing, setEditing] = useState<Resident | 'new' | null>(null);
  const close = () => {
    setEditing(null);
  };
  return (
    <Drawer
      open
      size={440}
      title={home ? `${home.building}${home.unit}${home.number}` : code}
      onClose={onClose}
      extra={
        mayEdit ? (
          <Button
            type="primary"
            icon={<UserAddOutlined />}
            onClick={() => {
              setEditing('new');
            }}
          >
            {t('people.resident.add')}
          </Button>
        ) : undefined
      }
    >
      {finds ? (
        <>
          <Residents code={code} onEdit={mayEdit ? setEditing : undefined} />
          <HomeVehicles code={code} mayEdit={mayEdit} />
        </>
      ) : (
        <EmptyState title={t('app.forbiddenTitle')} why={t('people.homes.noResidentsRight')} />
      )}
      {editing === 'new' ? <AddResident code={code} onClose={close} /> : null}
      {editing !== null && editing !== 'new' ? (
        <ChangeResident resident={editing} onClose={close} />
      ) : null}
    </Drawer>
  );
}

interface ResidentsProps {
  code: string;
  onEdit?: (resident: Resident) => void;
}

function Residents({ code, onEdit }: ResidentsProps) {
  const { t } = useTranslation();
  const found = useResidents(code);
  return (
    <Loaded query={found}>
      {(residents) => {
        // The server also finds addresses that only begin so.
        const here = residents.filter((one) => one.room_code === code);
        if (here.length === 0) {
          return (
            <EmptyState why={t('people.resident.none')} next={t('people.resident.noneNext')} />
          );
        }
        return (
          <ul className="zs-residents">
            {here.map((resident) => (
              <ResidentRow key={resident.id} resident={resident} onEdit={onEdit} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}

interface ResidentRowProps {
  resident: Resident;
  onEdit?: (resident: Resident) => void;
}

function ResidentRow({ resident, onEdit }: ResidentRowProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div className="zs-people-card-head">
        <strong>{resident.name_masked}</strong>
        <Tag>{t(`people.relation.${resident.relation}`)}</Tag>
        {onEdit ? (
          <Button
            type="link"
            className="zs-people-edit"
            icon={<EditOutlined />}
            aria-label={t('people.editOf', { name: resident.name_masked })}
            onClick={() => {
              onEdit(resident);
            }}
          >
            {t('shared.action.edit')}
          </Button>
        ) : null}
      </div>
      <PersonalPhone
        masked={resident.phone_masked}
        subject={{ kind: 'resident', id: resident.id }}
        label={resident.name_masked}
      />
      {resident.note ? <p className="zs-muted">{resident.note}</p> : null}
    </li>
  );
}
