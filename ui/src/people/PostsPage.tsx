import { LeftOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useIsPhone } from '../shared/useIsPhone';
import type { Post } from './model';
import { PeopleTabs } from './PeopleTabs';
import { PostDetail } from './PostDetail';
import { PostDialog } from './PostDialog';
import { usePosts } from './usePeople';

/** 岗位: the posts that regulations speak of, and what is counted at each handover. */
export default function PostsPage() {
  const { t } = useTranslation();
  const posts = usePosts();
  const mayEdit = useMay('edit_people');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('people.title')}
      actions={
        mayEdit ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('people.posts.add')}
          </Button>
        ) : undefined
      }
    >
      <PeopleTabs />
      <Loaded query={posts}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState why={t('people.posts.none')} next={t('people.posts.noneNext')} />
          ) : (
            <Posts posts={all} />
          )
        }
      </Loaded>
      {adding ? (
        <PostDialog
          post={null}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </Page>
  );
}

/** List and detail side by side; on a phone one after the other. */
function Posts({ posts }: { posts: readonly Post[] }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [search, setSearch] = useSearchParams();
  const chosen = posts.find((post) => post.id === search.get('post'));
  const choose = (id: string | null) => {
    setSearch(id === null ? {} : { post: id });
  };
  if (isPhone && chosen) {
    return (
      <>
        <Button
          type="link"
          icon={<LeftOutlined />}
          onClick={() => {
            choose(null);
          }}
        >
          {t('people.posts.all')}
        </Button>
        <PostDetail key={chosen.id} post={chosen} />
      </>
    );
  }
  const shown = chosen ?? posts[0];
  return (
    <div className="zs-posts">
      <ul className="zs-panel zs-post-list">
        {posts.map((post) => (
          <li key={post.id}>
            <button
              type="button"
              aria-current={!isPhone && post.id === shown?.id}
              onClick={() => {
                choose(post.id);
              }}
            >
              <PostName post={post} />
            </button>
          </li>
        ))}
      </ul>
      {isPhone || !shown ? null : <PostDetail key={shown.id} post={shown} />}
    </div>
  );
}

function PostName({ post }: { post: Post }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <strong>{i18n.language === 'en' && post.name_en ? post.name_en : post.name}</strong>
      <span className="zs-muted">{t(`people.postKind.${post.kind}`)}</span>
    </>
  );
}
