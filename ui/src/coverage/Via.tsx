import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Coverage, PostCoverage } from './model';

/** A post that another answers for from there; nobody has come to it. */
export function Via({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const via = board.posts.find((one) => one.post_id === post.hold?.via_post_id);
  return via ? <Tag color="orange">{t('coverage.via', { post: via.name })}</Tag> : null;
}
