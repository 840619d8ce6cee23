import { UserAddOutlined } from '@ant-design/icons';
import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { staffShown, type Staff } from './model';
import { PeopleTabs } from './PeopleTabs';
import { StaffDialog } from './StaffDialog';
import { StaffList } from './StaffList';
import { useStaff } from './usePeople';

/** What the dialog is about: somebody, or a new member of staff. */
type Editing = Staff | 'new' | null;

/** 人员: who works here, in which department, with which roles and skills. */
export default function StaffPage() {
  const { t } = useTranslation();
  const time = useTime();
  const staff = useStaff();
  const mayEdit = useMay('edit_people');
  const [q, setQ] = useState('');
  const [left, setLeft] = useState(false);
  const [editing, setEditing] = useState<Editing>(null);
  const today = time.format(serverClock.now(), 'date');
  return (
    <Page
      title={t('people.title')}
      actions={
        mayEdit ? (
          <Button
            type="primary"
            icon={<UserAddOutlined />}
            onClick={() => {
              setEditing('new');
            }}
          >
            {t('people.staff.add')}
          </Button>
        ) : undefined
      }
    >
      <PeopleTabs />
      <Filters q={q} onQ={setQ} left={left} onLeft={setLeft} />
      <Loaded query={staff}>
        {(all) => {
          const shown = staffShown(all, { q, left, today }, (role) => t(`people.role.${role}`));
          return shown.length === 0 ? (
            <EmptyState
              why={t(all.length === 0 ? 'people.staff.none' : 'people.staff.notFound')}
              next={t(all.length === 0 ? 'people.staff.noneNext' : 'people.staff.notFoundNext')}
            />
          ) : (
            <StaffList staff={shown} today={today} onEdit={mayEdit ? setEditing : undefined} />
          );
        }}
      </Loaded>
      {editing === null ? null : (
        <StaffDialog
          person={editing === 'new' ? null : editing}
          all={staff.data ?? []}
          today={today}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </Page>
  );
}

interface FiltersProps {
  q: string;
  onQ: (q: string) => void;
  left: boolean;
  onLeft: (left: boolean) => void;
}

function Filters({ q, onQ, left, onLeft }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-people-filters">
      <Input.Search
        allowClear
        className="zs-people-search"
        aria-label={t('people.staff.search')}
        placeholder={t('people.staff.search')}
        value={q}
        onChange={(event) => {
          onQ(event.target.value);
        }}
      />
      <label>
        <Switch checked={left} onChange={onLeft} /> {t('people.staff.withLeft')}
      </label>
    </div>
  );
}
