import { App, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { Problem } from '../shared/problem';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import './externalcase.css';
import { LinkFields } from './LinkFields';
import { bodyOf, EMPTY_CASE, type Typed } from './take';
import { CallerFields, SourceFields } from './TakeFields';
import { useRenewCases } from './useCase';

/** 登记转办: what the source sent, its deadline, and the order that is opened for it. */
export default function TakeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const draft = useDraft<Typed>('externalcase.take', EMPTY_CASE);
  const take = useTake();
  const fields = useFieldNames();
  const set = (change: Partial<Typed>) => {
    draft.setValue((before) => ({ ...before, ...change }));
  };
  const submit = async () => {
    const taken = await take.run(draft.value);
    if (!taken) return;
    const words = taken.work_order_number
      ? 'externalcase.take.doneWithOrder'
      : 'externalcase.take.done';
    void message.success(t(words, { number: taken.number, order: taken.work_order_number }));
    draft.clear();
    onClose();
  };
  return (
    <Modal
      open
      width={760}
      title={t('externalcase.take.title')}
      okText={t('externalcase.take.save')}
      confirmLoading={take.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="zs-case-form">
        <SourceFields typed={draft.value} set={set} />
        <CallerFields typed={draft.value} set={set} />
        <LinkFields typed={draft.value} set={set} />
        <ProblemAlert problem={take.problem} fields={fields} onClose={take.dismiss} />
      </div>
    </Modal>
  );
}

function useTake() {
  const { t } = useTranslation();
  const community = useCommunity();
  const renew = useRenewCases();
  return useAct(async (typed: Typed, actId) => {
    const body = bodyOf(typed);
    if (body === null) {
      throw new Problem({
        status: 400,
        code: 'invalid',
        detail: t('externalcase.take.dueNeeded'),
      });
    }
    const taken = await ok(
      api.POST('/api/c/{community}/external-cases', {
        params: { path: { community: community.id } },
        headers: actHeaders(actId),
        body,
      }),
    );
    await renew();
    return taken;
  });
}

/** The names of the fields as the server points at them. */
function useFieldNames(): Record<string, string> {
  const { t } = useTranslation();
  return {
    '/content': t('externalcase.field.content'),
    '/external_number': t('externalcase.field.externalNumber'),
    '/source_name': t('externalcase.field.sourceName'),
    '/received_at': t('externalcase.field.received'),
    '/due_at': t('externalcase.field.due'),
    '/room': t('externalcase.field.room'),
    '/caller_name': t('externalcase.field.caller'),
    '/caller_phone': t('externalcase.field.phone'),
    '/work_order_id': t('externalcase.field.order'),
  };
}
