import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommunityPath, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import type { RegulationLine, VersionLine } from './model';
import { useCreateDraft, useRenew } from './useRegulation';
import { useRegulationWords } from './words';

interface RegulationCardProps {
  line: RegulationLine;
  postName: (key: string) => string;
}

/** One regulation: its draft, its newest version, and the earlier ones folded away. */
export function RegulationCard({ line, postName }: RegulationCardProps) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const [newest, ...older] = line.versions;
  return (
    <section className="zs-panel zs-reg-card" aria-label={words.title(line)}>
      <header>
        <h3>{words.title(line)}</h3>
        <code>{line.key}</code>
        <CardActs line={line} />
      </header>
      {newest ? (
        <VersionRow version={newest} postName={postName} />
      ) : (
        <p className="zs-muted">{t('regulation.list.neverPublished')}</p>
      )}
      {older.length > 0 ? (
        <details>
          <summary>{t('regulation.list.older', { n: older.length })}</summary>
          {older.map((version) => (
            <VersionRow key={version.version_id} version={version} postName={postName} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function CardActs({ line }: { line: RegulationLine }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const mayEdit = useMay('edit_regulation');
  const create = useCreateDraft();
  const renew = useRenew();
  const draftPath = path(`regulation/draft/${line.regulation_id}`);
  const revise = async () => {
    if (!(await create.run({ regulation_id: line.regulation_id }))) return;
    await renew();
    await navigate(draftPath);
  };
  return (
    <span className="zs-reg-acts">
      {line.draft_state ? (
        <>
          <span className={`zs-reg-state zs-reg-state-${line.draft_state}`}>
            {t('regulation.list.draft')} · {t(`regulation.state.${line.draft_state}`)}
          </span>
          <Button onClick={() => void navigate(draftPath)}>{t('regulation.list.openDraft')}</Button>
        </>
      ) : mayEdit && line.versions.length > 0 ? (
        <Button loading={create.pending} onClick={() => void revise()}>
          {t('regulation.list.revise')}
        </Button>
      ) : null}
      <ProblemAlert problem={create.problem} onClose={create.dismiss} />
    </span>
  );
}

interface VersionRowProps {
  version: VersionLine;
  postName: (key: string) => string;
}

function VersionRow({ version, postName }: VersionRowProps) {
  const { t, i18n } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  return (
    <div className="zs-reg-version">
      <Link to={path(`regulation/version/${version.version_id}`)}>
        {t('regulation.list.version', { n: version.number })}
      </Link>
      <span className="zs-reg-state zs-reg-state-published">
        {t('regulation.list.published', { time: time.format(version.published_at, 'full') })}
      </span>
      <span className="zs-muted">
        {version.adopted_by.length === 0
          ? t('regulation.list.nobody')
          : version.adopted_by
              .map((one) =>
                t('regulation.list.adopted', {
                  post: postName(one.post),
                  time: time.format(one.effective_at, 'full'),
                }),
              )
              .join(i18n.language === 'en' ? '; ' : '；')}
      </span>
    </div>
  );
}
