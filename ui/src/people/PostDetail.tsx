import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { formatPhone } from '../shared/phone';
import { ItemDialog } from './ItemDialog';
import type { Post, PostItem } from './model';
import { PostDialog } from './PostDialog';
import { usePostItems } from './usePeople';

/** One post: what it is, and the things that both sides count at a handover. */
export function PostDetail({ post }: { post: Post }) {
  const { t, i18n } = useTranslation();
  const mayEdit = useMay('edit_people');
  const [editing, setEditing] = useState(false);
  const english = i18n.language === 'en' && post.name_en !== '';
  return (
    <section className="zs-panel" aria-label={post.name}>
      <div className="zs-people-card-head">
        <h2 className="zs-h1">{english ? post.name_en : post.name}</h2>
        <Tag>{t(`people.postKind.${post.kind}`)}</Tag>
        {mayEdit ? (
          <Button
            type="link"
            className="zs-people-edit"
            icon={<EditOutlined />}
            aria-label={t('people.editOf', { name: post.name })}
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('shared.action.edit')}
          </Button>
        ) : null}
      </div>
      <dl className="zs-post-facts">
        <dt>{t('people.posts.phone')}</dt>
        <dd>{post.phone ? formatPhone(post.phone) : t('people.posts.noPhone')}</dd>
        <dt>{t(english ? 'people.posts.nameZh' : 'people.posts.nameEn')}</dt>
        <dd>{(english ? post.name : post.name_en) || '—'}</dd>
        <dt>{t('people.posts.key')}</dt>
        <dd>
          <code>{post.key}</code>
        </dd>
      </dl>
      <Items post={post.id} />
      {editing ? (
        <PostDialog
          post={post}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Items({ post }: { post: string }) {
  const { t } = useTranslation();
  const items = usePostItems(post);
  const mayEdit = useMay('resolve_handover');
  const [editing, setEditing] = useState<PostItem | 'new' | null>(null);
  return (
    <>
      <div className="zs-people-card-head">
        <h3 className="zs-h2">{t('people.items.title')}</h3>
        {mayEdit ? (
          <Button
            className="zs-people-edit"
            icon={<PlusOutlined />}
            onClick={() => {
              setEditing('new');
            }}
          >
            {t('people.items.add')}
          </Button>
        ) : null}
      </div>
      <p className="zs-muted">{t('people.items.explain')}</p>
      <Loaded query={items}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState why={t('people.items.none')} next={t('people.items.noneNext')} />
          ) : (
            <ItemTable items={all} onEdit={mayEdit ? setEditing : undefined} />
          )
        }
      </Loaded>
      {editing === null ? null : (
        <ItemDialog
          post={post}
          item={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </>
  );
}

interface ItemTableProps {
  items: readonly PostItem[];
  onEdit?: (item: PostItem) => void;
}

/** What is counted comes first; what is no longer counted stays readable below. */
function ItemTable({ items, onEdit }: ItemTableProps) {
  const { t, i18n } = useTranslation();
  const sorted = [...items].sort(
    (a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position,
  );
  return (
    <table className="zs-plain-table">
      <thead>
        <tr>
          <th scope="col">{t('people.items.name')}</th>
          <th scope="col" className="zs-number">
            {t('people.items.expected')}
          </th>
          <th scope="col">
            <span className="zs-sr-only">{t('shared.action.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((item) => (
          <tr key={item.item_id} className={item.retired ? 'zs-item-retired' : undefined}>
            <th scope="row">
              {i18n.language === 'en' && item.name_en ? item.name_en : item.name}{' '}
              {item.retired ? <Tag>{t('people.items.retired')}</Tag> : null}
            </th>
            <td className="zs-number">{item.expected}</td>
            <td>
              {onEdit ? (
                <Button
                  type="link"
                  className="zs-people-edit"
                  aria-label={t('people.editOf', { name: item.name })}
                  onClick={() => {
                    onEdit(item);
                  }}
                >
                  {t('shared.action.edit')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
