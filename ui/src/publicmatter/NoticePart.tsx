import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { copyText } from './copyText';
import type { Matter, Notice } from './model';

/** The notice to the homes concerned, as it is pasted into a group or hung at the door. */
export function NoticePart({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const notice = useQuery({
    queryKey: communityKey(community, 'publicmatter', 'notice', matter.id),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/public-matters/{matter}/notice', {
          params: { path: { community, matter: matter.id } },
        }),
      ),
    meta: { subjects: ['public_matter'] },
  });
  return (
    <section className="zs-panel zs-matter-notice" aria-labelledby="zs-matter-notice">
      <div className="zs-matter-card-head">
        <h2 id="zs-matter-notice" className="zs-matter-h2">
          {t('publicmatter.notice.title')}
        </h2>
        {notice.data ? <NoticeActs notice={notice.data} /> : null}
      </div>
      <Loaded query={notice}>
        {(data) => (
          <>
            <p className="zs-matter-homes">
              <b>{t('publicmatter.notice.homes', { n: data.homes, count: data.homes })}</b>
              {data.buildings.map((building) => (
                <span key={building.id}>
                  {t('publicmatter.notice.ofBuilding', { name: building.name, n: building.homes })}
                </span>
              ))}
            </p>
            <NoticeSheet notice={data.notice} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function NoticeActs({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    if (await copyText(notice.text)) void message.success(t('publicmatter.notice.copied'));
    else void message.warning(t('publicmatter.notice.notCopied'));
  };
  return (
    <div className="zs-matter-notice-acts">
      <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
        {t('publicmatter.notice.copy')}
      </Button>
      <Button
        icon={<PrinterOutlined aria-hidden />}
        onClick={() => {
          window.print();
        }}
      >
        {t('publicmatter.notice.print')}
      </Button>
    </div>
  );
}

/** The only thing of the page that is printed; residents read it, so it is Chinese in any language. */
function NoticeSheet({ notice }: { notice: Notice['notice'] }) {
  return (
    <article className="zs-notice-sheet" lang="zh-CN">
      <h3>{notice.heading}</h3>
      <p className="zs-notice-addressee">{notice.addressee}</p>
      {notice.paragraphs.map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
      <p className="zs-notice-sign">{notice.signature}</p>
      <p className="zs-notice-sign">{notice.dated}</p>
    </article>
  );
}
