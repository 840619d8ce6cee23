import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommunityPath, useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import type { InForceLine } from './model';
import './regulation.css';
import './regulationEdit.css';
import './regulationRead.css';
import { RegulationCard } from './RegulationCard';
import { useInForce, usePostNames, useRegulations } from './useRegulation';
import { useRegulationWords } from './words';

/** 值班制度: what each post lives by, and the community's regulations with their versions and drafts. */
export default function RegulationPage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const mayEdit = useMay('edit_regulation');
  const inForce = useInForce();
  const regulations = useRegulations();
  const words = useRegulationWords();
  const versions = (inForce.data?.items ?? []).flatMap((line) => line.version_id ?? []);
  const postName = usePostNames(versions, words.english);
  const begin = mayEdit ? (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void navigate(path('regulation/new'))}
    >
      {t('regulation.beginning.action')}
    </Button>
  ) : null;
  return (
    <Page title={t('regulation.title')} actions={begin}>
      <section className="zs-panel zs-reg-panel">
        <h2>{t('regulation.inForce.title')}</h2>
        <Loaded query={inForce}>
          {(data) =>
            data.items.length === 0 ? (
              <p className="zs-muted">{t('regulation.inForce.empty')}</p>
            ) : (
              <InForceTable lines={data.items} postName={postName} />
            )
          }
        </Loaded>
      </section>
      <h2 className="zs-reg-heading">{t('regulation.list.title')}</h2>
      <Loaded query={regulations}>
        {(data) =>
          data.items.length === 0 ? (
            <section className="zs-panel">
              <EmptyState title={t('regulation.list.empty')} why={t('regulation.list.emptyWhy')} />
            </section>
          ) : (
            data.items.map((line) => (
              <RegulationCard key={line.regulation_id} line={line} postName={postName} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

interface InForceTableProps {
  lines: readonly InForceLine[];
  postName: (key: string) => string;
}

function InForceTable({ lines, postName }: InForceTableProps) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const words = useRegulationWords();
  return (
    <table className="zs-reg-table">
      <thead>
        <tr>
          <th scope="col">{t('regulation.inForce.post')}</th>
          <th scope="col">{t('regulation.inForce.regulation')}</th>
          <th scope="col">{t('regulation.inForce.since')}</th>
          <th scope="col">{t('regulation.inForce.next')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.post}>
            <th scope="row">{postName(line.post)}</th>
            <td data-label={t('regulation.inForce.regulation')}>
              {line.version_id == null ? (
                t('regulation.inForce.none')
              ) : (
                <Link to={path(`regulation/version/${line.version_id}`)}>
                  {line.title ? words.text(line.title) : t('regulation.inForce.read')}
                </Link>
              )}
            </td>
            <td data-label={t('regulation.inForce.since')}>
              {line.effective_at == null ? '—' : time.format(line.effective_at, 'full')}
            </td>
            <td data-label={t('regulation.inForce.next')}>
              {line.next_version_id == null || line.next_effective_at == null ? (
                '—'
              ) : (
                <Link to={path(`regulation/version/${line.next_version_id}`)}>
                  {t('regulation.inForce.nextAt', {
                    time: time.format(line.next_effective_at, 'full'),
                  })}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
