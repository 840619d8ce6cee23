import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { DraftDesk } from './DraftDesk';
import './regulation.css';
import './regulationEdit.css';
import './regulationRead.css';
import { useDraftView } from './useRegulation';
import { useRegulationWords } from './words';

/** The draft of a regulation: written, checked, saved, handed in and published. */
export default function DraftPage() {
  const { regulation = '' } = useParams();
  const words = useRegulationWords();
  const query = useDraftView(regulation);
  return (
    <Loaded query={query}>
      {(data) =>
        data.draft.state == null ? (
          <Page title={words.title(data.line)}>
            <NoDraft />
          </Page>
        ) : (
          <DraftDesk key={regulation} title={words.title(data.line)} draft={data.draft} />
        )
      }
    </Loaded>
  );
}

function NoDraft() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const navigate = useNavigate();
  return (
    <section className="zs-panel">
      <EmptyState
        title={t('regulation.draft.gone')}
        why={t('regulation.draft.goneWhy')}
        next={
          <Button onClick={() => void navigate(path('regulation'))}>
            {t('regulation.draft.toList')}
          </Button>
        }
      />
    </section>
  );
}
