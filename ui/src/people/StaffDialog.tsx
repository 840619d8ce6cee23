import { AutoComplete, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { EntryDialog, type Base } from './EntryDialog';
import { known, ROLES, type Role, type Staff, type StaffInput } from './model';
import { phoneToSend } from './phoneEdit';
import { PhoneItem } from './PhoneItem';
import { useSaved } from './usePeople';

interface StaffFields {
  name: string;
  phone: string;
  department: string;
  roles: Role[];
  skills: string[];
  joined_on: string;
  left_on: string;
}

function fieldsOf(person: Staff): StaffFields {
  return {
    name: person.name,
    phone: person.phone_masked ?? '',
    department: person.department,
    roles: person.roles,
    skills: person.skills,
    joined_on: person.joined_on,
    left_on: person.left_on ?? '',
  };
}

function inputOf(typed: StaffFields, before: StaffFields): StaffInput {
  const phone = phoneToSend(typed.phone, before.phone);
  return {
    name: typed.name.trim(),
    department: typed.department.trim(),
    roles: typed.roles,
    skills: typed.skills.map((skill) => skill.trim()),
    joined_on: typed.joined_on,
    left_on: typed.left_on === '' ? null : typed.left_on,
    ...(phone === undefined ? {} : { phone }),
  };
}

interface StaffDialogProps {
  /** Null for somebody new. */
  person: Staff | null;
  all: readonly Staff[];
  today: string;
  onClose: () => void;
}

/** A member of staff, added or changed. */
export function StaffDialog({ person, all, today, onClose }: StaffDialogProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const send = async (typed: StaffFields, base: Base<StaffFields>, actId: string) => {
    const staff = inputOf(typed, base.fields);
    const headers = actHeaders(actId);
    if (person === null) {
      const params = { path: { community } };
      await api.POST('/api/c/{community}/staff', { params, headers, body: staff });
    } else {
      await api.PUT('/api/c/{community}/staff/{person}', {
        params: { path: { community, person: person.id } },
        headers,
        body: { version: base.version, staff },
      });
    }
  };
  const roles = (value: unknown) =>
    (value as Role[]).map((role) => t(`people.role.${role}`)).join('、');
  const initial = { name: '', phone: '', department: '', roles: [], skills: [], left_on: '' };
  const saved = useSaved(onClose);
  return (
    <EntryDialog<StaffFields, Staff>
      title={person ? t('people.staff.change', { name: person.name }) : t('people.staff.add')}
      initial={person ? fieldsOf(person) : { ...initial, joined_on: today }}
      version={person?.version}
      labels={{
        name: t('people.field.name'),
        phone: t('people.field.phone'),
        department: t('people.field.department'),
        roles: t('people.field.roles'),
        skills: t('people.field.skills'),
        joined_on: t('people.field.joined_on'),
        left_on: t('people.field.left_on'),
      }}
      show={{ roles, skills: (value) => (value as string[]).join('、') }}
      asFields={fieldsOf}
      send={send}
      onSaved={saved}
      onClose={onClose}
    >
      {(base) => <StaffItems base={base} all={all} />}
    </EntryDialog>
  );
}

function StaffItems({ base, all }: { base: StaffFields; all: readonly Staff[] }) {
  const { t } = useTranslation();
  const departments = known(all.map((one) => one.department));
  const skills = known(all.flatMap((one) => one.skills));
  const { gives } = useCommunity();
  const needed = (field: string) => ({
    required: true,
    message: t('people.needed', { field: t(`people.field.${field}`) }),
  });
  return (
    <div className="zs-entry-grid">
      <Form.Item
        name="name"
        label={t('people.field.name')}
        rules={[{ ...needed('name'), whitespace: true }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <PhoneItem before={base.phone} />
      <Form.Item name="department" label={t('people.field.department')}>
        <AutoComplete
          options={departments.map((value) => ({ value }))}
          placeholder={t('people.staff.departmentHint')}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('people.field.roles')}
        rules={[needed('roles')]}
        extra={t('people.staff.rolesHint')}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={ROLES.map((value) => ({
            value,
            label: t(`people.role.${value}`),
            disabled: !gives.has(value),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="skills"
        label={t('people.field.skills')}
        className="zs-entry-wide"
        extra={t('people.staff.skillsHint')}
      >
        <Select
          mode="tags"
          tokenSeparators={[',', '，', '、']}
          options={skills.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <EmploymentItems />
    </div>
  );
}

/** From the first to the last day of work. */
function EmploymentItems() {
  const { t } = useTranslation();
  const joinedNeeded = t('people.needed', { field: t('people.field.joined_on') });
  return (
    <>
      <Form.Item
        name="joined_on"
        label={t('people.field.joined_on')}
        rules={[{ required: true, message: joinedNeeded }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="left_on"
        label={t('people.field.left_on')}
        dependencies={['joined_on']}
        extra={t('people.staff.leftHint')}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === '' || value >= String(getFieldValue('joined_on'))
                ? Promise.resolve()
                : Promise.reject(new Error(t('people.staff.leftTooEarly'))),
          }),
        ]}
      >
        <Input type="date" />
      </Form.Item>
    </>
  );
}
