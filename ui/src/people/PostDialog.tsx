import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { EntryDialog, type Base } from './EntryDialog';
import { POST_KINDS, type Post, type PostKind } from './model';
import { PhoneItem } from './PhoneItem';
import { useSaved } from './usePeople';

interface PostFields {
  name_zh: string;
  name_en: string;
  kind: PostKind;
  phone: string;
  key: string;
}

const EMPTY: PostFields = { name_zh: '', name_en: '', kind: 'desk', phone: '', key: '' };

const fieldsOf = ({ name, name_en, kind, phone, key }: Post): PostFields => ({
  name_zh: name,
  name_en,
  kind,
  phone,
  key,
});

interface PostDialogProps {
  /** Null for a new one. */
  post: Post | null;
  onClose: () => void;
}

export function PostDialog({ post, onClose }: PostDialogProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const send = async (typed: PostFields, base: Base<PostFields>, actId: string) => {
    const headers = actHeaders(actId);
    if (post === null) {
      const params = { path: { community } };
      await api.POST('/api/c/{community}/posts', { params, headers, body: typed });
    } else {
      await api.PUT('/api/c/{community}/posts/{post}', {
        params: { path: { community, post: post.id } },
        headers,
        body: { version: base.version, post: typed },
      });
    }
  };
  const saved = useSaved(onClose);
  return (
    <EntryDialog<PostFields, Post>
      title={t(post ? 'people.posts.change' : 'people.posts.add')}
      initial={post ? fieldsOf(post) : EMPTY}
      version={post?.version}
      labels={{
        name_zh: t('people.posts.name'),
        name_en: t('people.posts.nameEn'),
        kind: t('people.posts.kind'),
        phone: t('people.posts.phone'),
        key: t('people.posts.key'),
      }}
      show={{ kind: (value) => t(`people.postKind.${String(value)}`) }}
      asFields={fieldsOf}
      send={send}
      onSaved={saved}
      onClose={onClose}
    >
      {(base) => <PostItems base={base} isNew={post === null} />}
    </EntryDialog>
  );
}

function PostItems({ base, isNew }: { base: PostFields; isNew: boolean }) {
  const { t } = useTranslation();
  const needed = (field: string) => t('people.needed', { field: t(field) });
  return (
    <div className="zs-entry-grid">
      <Form.Item
        name="name_zh"
        label={t('people.posts.name')}
        rules={[{ required: true, whitespace: true, message: needed('people.posts.name') }]}
      >
        <Input maxLength={40} placeholder={t('people.posts.nameHint')} />
      </Form.Item>
      <Form.Item name="name_en" label={t('people.posts.nameEn')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="kind" label={t('people.posts.kind')} required>
        <Select
          options={POST_KINDS.map((value) => ({ value, label: t(`people.postKind.${value}`) }))}
        />
      </Form.Item>
      <PhoneItem before={base.phone} />
      <Form.Item
        name="key"
        label={t('people.posts.key')}
        className="zs-entry-wide"
        extra={t(isNew ? 'people.posts.keyHint' : 'people.posts.keyFixed')}
        rules={[
          { required: true, message: needed('people.posts.key') },
          { pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('people.posts.keyWrong') },
        ]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
