import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { BeginProblem } from './BeginProblem';
import './regulation.css';
import './regulationEdit.css';
import './regulationRead.css';
import { useBegin } from './useBegin';
import { usePreset } from './useRegulation';
import { VersionTabs } from './VersionPage';
import { useRegulationWords } from './words';

/** A preset in full, before a draft is begun from it. */
export default function PresetPage() {
  const { t } = useTranslation();
  const { preset = '' } = useParams();
  const words = useRegulationWords();
  const mayEdit = useMay('edit_regulation');
  const query = usePreset(preset);
  const { begin, create } = useBegin();
  return (
    <Loaded query={query}>
      {(data) => {
        const title = data.check.document?.regulation.title;
        return (
          <Page
            title={title ? words.text(title) : t('regulation.preset.title')}
            extra={<span className="zs-muted">{t('regulation.preset.note')}</span>}
            actions={
              mayEdit ? (
                <Button
                  type="primary"
                  loading={create.pending}
                  onClick={() => void begin({ preset })}
                >
                  {t('regulation.beginning.use')}
                </Button>
              ) : null
            }
          >
            <BeginProblem problem={create.problem} />
            <section className="zs-panel zs-reg-sheet">
              <VersionTabs
                document={data.check.document ?? null}
                printed={data.check.printed ?? null}
                source={data.text}
              />
            </section>
          </Page>
        );
      }}
    </Loaded>
  );
}
