import { EditOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../shared/useIsPhone';
import { hasLeft, type Staff } from './model';
import { PersonalPhone } from './PersonalPhone';

interface StaffListProps {
  staff: readonly Staff[];
  today: string;
  /** Left out for those who may only read. */
  onEdit?: (person: Staff) => void;
}

/** A table on a PC, cards on a phone. */
export function StaffList(props: StaffListProps) {
  const isPhone = useIsPhone();
  return isPhone ? <StaffCards {...props} /> : <StaffTable {...props} />;
}

function StaffTable({ staff, today, onEdit }: StaffListProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-panel zs-people-table">
      <table className="zs-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('people.field.name')}</th>
            <th scope="col">{t('people.field.department')}</th>
            <th scope="col">{t('people.field.roles')}</th>
            <th scope="col">{t('people.field.phone')}</th>
            <th scope="col">{t('people.field.skills')}</th>
            <th scope="col">{t('people.field.joined_on')}</th>
            <th scope="col">
              <span className="zs-sr-only">{t('shared.action.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.department || '—'}</td>
              <td>
                <Roles person={person} />
              </td>
              <td>
                <StaffPhone person={person} />
              </td>
              <td>{person.skills.join('、') || '—'}</td>
              <td>
                {person.joined_on} <LeftMark person={person} today={today} />
              </td>
              <td>
                <EditButton person={person} onEdit={onEdit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StaffCards({ staff, today, onEdit }: StaffListProps) {
  const { t } = useTranslation();
  return (
    <ul className="zs-people-cards">
      {staff.map((person) => (
        <li key={person.id} className="zs-panel">
          <div className="zs-people-card-head">
            <strong>{person.name}</strong>
            <span className="zs-muted">{person.department}</span>
            <LeftMark person={person} today={today} />
            <EditButton person={person} onEdit={onEdit} />
          </div>
          <Roles person={person} />
          <StaffPhone person={person} />
          {person.skills.length > 0 ? (
            <div className="zs-muted">
              {t('people.field.skills')} {person.skills.join('、')}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Roles({ person }: { person: Staff }) {
  const { t } = useTranslation();
  return (
    <span className="zs-people-tags">
      {person.roles.map((role) => (
        <Tag key={role}>{t(`people.role.${role}`)}</Tag>
      ))}
    </span>
  );
}

function StaffPhone({ person }: { person: Staff }) {
  return (
    <PersonalPhone
      masked={person.phone_masked}
      subject={{ kind: 'person', id: person.id }}
      label={person.name}
    />
  );
}

function LeftMark({ person, today }: { person: Staff; today: string }) {
  const { t } = useTranslation();
  if (person.left_on == null) return null;
  const word = hasLeft(person, today) ? 'people.staff.left' : 'people.staff.leaving';
  return <Tag color="orange">{t(word, { date: person.left_on })}</Tag>;
}

function EditButton({ person, onEdit }: { person: Staff; onEdit?: (person: Staff) => void }) {
  const { t } = useTranslation();
  if (!onEdit) return null;
  return (
    <Button
      type="link"
      className="zs-people-edit"
      icon={<EditOutlined />}
      aria-label={t('people.editOf', { name: person.name })}
      onClick={() => {
        onEdit(person);
      }}
    >
      {t('shared.action.edit')}
    </Button>
  );
}
