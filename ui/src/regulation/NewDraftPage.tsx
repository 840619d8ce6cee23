import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useDraft } from '../shared/useDraft';
import { BeginProblem } from './BeginProblem';
import { CheckPanel } from './CheckPanel';
import './regulation.css';
import './regulationEdit.css';
import './regulationRead.css';
import { SourceEditor } from './SourceEditor';
import { UploadButton } from './UploadButton';
import { useBegin } from './useBegin';
import { useChecked } from './useChecked';
import { usePresets } from './useRegulation';
import { useEditorLine } from './useEditorLine';
import { useRegulationWords } from './words';

/** A new draft: from a preset, or from a text of one's own. */
export default function NewDraftPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('regulation.beginning.title')}>
      <Presets />
      <OwnText />
    </Page>
  );
}

function Presets() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const navigate = useNavigate();
  const words = useRegulationWords();
  const presets = usePresets();
  const { begin, create } = useBegin();
  return (
    <section className="zs-panel zs-reg-panel">
      <h2>{t('regulation.beginning.presets')}</h2>
      <p className="zs-muted">{t('regulation.beginning.presetsWhy')}</p>
      <BeginProblem problem={create.problem} />
      <Loaded query={presets}>
        {(data) => (
          <ul className="zs-reg-presets">
            {data.items.map((preset) => (
              <li key={preset.key}>
                <strong>{words.text(preset.title)}</strong>
                <p>{words.text(preset.summary)}</p>
                <Button onClick={() => void navigate(path(`regulation/preset/${preset.key}`))}>
                  {t('regulation.beginning.look')}
                </Button>
                <Button
                  type="primary"
                  disabled={create.pending}
                  onClick={() => void begin({ preset: preset.key })}
                >
                  {t('regulation.beginning.use')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function OwnText() {
  const { t } = useTranslation();
  const draft = useDraft('regulation.new', '', 'device');
  const checked = useChecked(draft.value);
  const { editor, showLine } = useEditorLine();
  const { begin, create } = useBegin();
  const submit = async () => {
    if (await begin({ text: draft.value })) draft.clear();
  };
  return (
    <section className="zs-panel zs-reg-panel">
      <h2>{t('regulation.beginning.text')}</h2>
      <p className="zs-muted">{t('regulation.beginning.textWhy')}</p>
      {draft.restored ? <p className="zs-field-note">{t('shared.draft.restored')}</p> : null}
      <BeginProblem problem={create.problem} />
      <div className="zs-reg-bar-tools">
        <UploadButton onText={draft.setValue} />
        <Button onClick={checked.now} loading={checked.query.isFetching}>
          {t('regulation.check.run')}
        </Button>
        <Button
          type="primary"
          disabled={draft.value.trim() === ''}
          loading={create.pending}
          onClick={() => void submit()}
        >
          {t('regulation.beginning.create')}
        </Button>
      </div>
      <div className="zs-reg-split">
        <SourceEditor
          ref={editor}
          label={t('regulation.beginning.textLabel')}
          value={draft.value}
          diagnostics={checked.diagnostics}
          onChange={draft.setValue}
        />
        <CheckPanel checked={checked} onLine={showLine} />
      </div>
    </section>
  );
}
