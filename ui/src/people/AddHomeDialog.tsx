import { App, AutoComplete, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { EntryDialog } from './EntryDialog';
import { known, RELATIONS, type HomeInput, type Relation } from './model';
import { phoneToSend } from './phoneEdit';
import { PhoneItem } from './PhoneItem';
import { useAddedWords } from './useAddedWords';
import { useHomes, useRenewPeople } from './usePeople';

interface HomeFields {
  building: string;
  unit: string;
  number: string;
  name: string;
  phone: string;
  relation: Relation;
}

const EMPTY: HomeFields = {
  building: '',
  unit: '',
  number: '',
  name: '',
  phone: '',
  relation: 'owner',
};

function inputOf(typed: HomeFields): HomeInput {
  const name = typed.name.trim();
  const phone = phoneToSend(typed.phone, '') ?? '';
  return {
    building: typed.building.trim(),
    unit: typed.unit.trim(),
    number: typed.number.trim(),
    residents: name === '' ? [] : [{ name, phone, relation: typed.relation, note: '' }],
  };
}

/** One home, with its first resident when known. */
export function AddHomeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const renew = useRenewPeople();
  const addedWords = useAddedWords();
  const field = (name: string) => t(`people.field.${name}`);
  return (
    <EntryDialog<HomeFields, { version: number }>
      title={t('people.homes.add')}
      initial={EMPTY}
      labels={{
        building: field('building'),
        unit: field('unit'),
        number: field('number'),
        name: field('name'),
        phone: field('phone'),
        relation: field('relation'),
      }}
      asFields={() => EMPTY}
      send={async (typed, _base, actId) => {
        const added = await ok(
          api.POST('/api/c/{community}/rooms', {
            params: { path: { community } },
            headers: actHeaders(actId),
            body: [inputOf(typed)],
          }),
        );
        void message.success(addedWords(added));
      }}
      onSaved={() => {
        void renew();
        onClose();
      }}
      onClose={onClose}
    >
      {() => <HomeItems />}
    </EntryDialog>
  );
}

function HomeItems() {
  const { t } = useTranslation();
  const homes = useHomes().data ?? [];
  const needed = (field: string) => ({
    required: true,
    whitespace: true,
    message: t('people.needed', { field: t(`people.field.${field}`) }),
  });
  const proposals = (values: string[]) => known(values).map((value) => ({ value }));
  return (
    <div className="zs-entry-grid">
      <Form.Item name="building" label={t('people.field.building')} rules={[needed('building')]}>
        <AutoComplete
          placeholder={t('people.homes.buildingHint')}
          options={proposals(homes.map((home) => home.building))}
        />
      </Form.Item>
      <Form.Item name="unit" label={t('people.field.unit')}>
        <AutoComplete
          placeholder={t('people.homes.unitHint')}
          options={proposals(homes.map((home) => home.unit))}
        />
      </Form.Item>
      <Form.Item name="number" label={t('people.field.number')} rules={[needed('number')]}>
        <Input placeholder={t('people.homes.numberHint')} maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('people.homes.residentName')}
        dependencies={['phone']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value.trim() !== '' || getFieldValue('phone') === ''
                ? Promise.resolve()
                : Promise.reject(new Error(t('people.homes.nameForPhone'))),
          }),
        ]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <PhoneItem before="" />
      <Form.Item name="relation" label={t('people.field.relation')} required>
        <Select
          options={RELATIONS.map((value) => ({ value, label: t(`people.relation.${value}`) }))}
        />
      </Form.Item>
    </div>
  );
}
