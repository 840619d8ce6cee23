import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { EntryDialog, type Base } from './EntryDialog';
import type { PostItem } from './model';
import { useSaved } from './usePeople';

interface ItemFields {
  name: string;
  name_en: string;
  expected: number;
  retired: boolean;
}

const fieldsOf = ({ name, name_en, expected, retired }: PostItem): ItemFields => ({
  name,
  name_en,
  expected,
  retired,
});

interface ItemDialogProps {
  post: string;
  /** Null for a new one. */
  item: PostItem | null;
  onClose: () => void;
}

/** Something that is counted at the post. */
export function ItemDialog({ post, item, onClose }: ItemDialogProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const send = async (typed: ItemFields, base: Base<ItemFields>, actId: string) => {
    const headers = actHeaders(actId);
    const words = { name: typed.name.trim(), name_en: typed.name_en.trim() };
    if (item === null) {
      const body = { ...words, expected: typed.expected };
      const params = { path: { community, post } };
      await api.POST('/api/c/{community}/posts/{post}/items', { params, headers, body });
      return;
    }
    await api.PUT('/api/c/{community}/posts/{post}/items/{item}', {
      params: { path: { community, post, item: item.item_id } },
      headers,
      body: { ...typed, ...words, version: base.version },
    });
  };
  const saved = useSaved(onClose);
  return (
    <EntryDialog<ItemFields, PostItem>
      title={t(item ? 'people.items.change' : 'people.items.add')}
      initial={item ? fieldsOf(item) : { name: '', name_en: '', expected: 1, retired: false }}
      version={item?.version}
      labels={{
        name: t('people.items.name'),
        name_en: t('people.posts.nameEn'),
        expected: t('people.items.expected'),
        retired: t('people.items.retired'),
      }}
      show={{ retired: (value) => t(value === true ? 'people.yes' : 'people.no') }}
      asFields={fieldsOf}
      send={send}
      onSaved={saved}
      onClose={onClose}
    >
      {() => <ItemItems isNew={item === null} />}
    </EntryDialog>
  );
}

function ItemItems({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const needed = (field: string) => t('people.needed', { field: t(field) });
  return (
    <div className="zs-entry-grid">
      <Form.Item
        name="name"
        label={t('people.items.name')}
        rules={[{ required: true, whitespace: true, message: needed('people.items.name') }]}
      >
        <Input maxLength={40} placeholder={t('people.items.nameHint')} />
      </Form.Item>
      <Form.Item name="name_en" label={t('people.posts.nameEn')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="expected"
        label={t('people.items.expected')}
        rules={[{ required: true, message: needed('people.items.expected') }]}
      >
        <InputNumber min={0} max={9999} precision={0} />
      </Form.Item>
      <Form.Item name="retired" valuePropName="checked" hidden={isNew} className="zs-entry-wide">
        <Checkbox>{t('people.items.retire')}</Checkbox>
      </Form.Item>
    </div>
  );
}
