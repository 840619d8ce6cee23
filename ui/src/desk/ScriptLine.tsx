import { CommentOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import './scripts.css';

/** A regulation changes at the boundary of a shift, not within a call. */
const FRESH_MS = 10 * 60_000;

/** 话术: the greeting in one line, and behind it what else the regulation wants said on a call. */
export function ScriptLine() {
  const { t, i18n } = useTranslation();
  const { id: community } = useCommunity();
  const scripts = useQuery({
    queryKey: communityKey(community, 'desk', 'scripts'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/desk/scripts', { params: { path: { community } } })),
    staleTime: FRESH_MS,
    meta: { subjects: ['regulation'] },
  });
  const all = scripts.data ?? [];
  const first = all.find((one) => one.key === 'greeting') ?? all[0];
  if (!first) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <details className="zs-scripts">
      <summary>
        <CommentOutlined aria-hidden /> <b>{t('desk.scripts.title')}</b>{' '}
        <span className="zs-scripts-first">{first.text[language]}</span>
      </summary>
      <dl>
        {all.map((one) => (
          <div key={one.key}>
            <dt>{one.moment[language]}</dt>
            <dd>
              {one.text[language]}
              {one.clause ? (
                <small>{t('desk.scripts.clause', { clause: one.clause })}</small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
