import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import type { Draft } from './model';
import type { Checked } from './useChecked';
import type { useDraftEditing } from './useDraftEditing';

interface DraftActsProps {
  draft: Draft;
  editing: ReturnType<typeof useDraftEditing>;
  checked: Checked;
  onPublish: () => void;
}

/** Save, check, hand in, publish; each only where it makes sense. */
export function DraftActs({ draft, editing, checked, onPublish }: DraftActsProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('edit_regulation');
  const mayPublish = useMay('publish_regulation');
  const { acts, dirty } = editing;
  const reviewing = draft.state === 'in_review';
  const errors = checked.diagnostics.some((one) => one.severity === 'error');
  const hint = dirty ? t('regulation.draft.saveFirst') : '';
  return (
    <>
      {mayEdit && dirty ? (
        <Popconfirm title={t('regulation.draft.discardAsk')} onConfirm={editing.discard}>
          <Button>{t('regulation.draft.discard')}</Button>
        </Popconfirm>
      ) : null}
      <Button loading={checked.query.isFetching} onClick={checked.now}>
        {t('regulation.check.run')}
      </Button>
      {mayEdit ? (
        <Button
          type={dirty ? 'primary' : 'default'}
          disabled={!dirty}
          loading={acts.save.pending}
          title={t('shared.action.saveHint')}
          onClick={() => void editing.save()}
        >
          {t('regulation.draft.save')}
        </Button>
      ) : null}
      {mayEdit && !reviewing ? (
        <Button
          type={dirty ? 'default' : 'primary'}
          disabled={dirty || errors}
          title={errors ? t('regulation.refusal.regulation_has_errors') : hint}
          loading={acts.submit.pending}
          onClick={() => void editing.submit()}
        >
          {t('regulation.draft.submit')}
        </Button>
      ) : null}
      {mayPublish && reviewing ? (
        <Button
          type={dirty ? 'default' : 'primary'}
          disabled={dirty || !checked.query.data?.document}
          title={hint}
          onClick={onPublish}
        >
          {t('regulation.draft.publish')}
        </Button>
      ) : null}
    </>
  );
}
