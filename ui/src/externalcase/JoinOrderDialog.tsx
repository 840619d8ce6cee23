import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { OrderFields } from './LinkFields';
import type { Case } from './model';
import { EMPTY_CASE, type Typed } from './take';
import { useRenewCases } from './useCase';

/** 关联工单: the order in which the work is done, opened now or there already. */
export function JoinOrderDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const renew = useRenewCases();
  const [typed, setTyped] = useState<Typed>({ ...EMPTY_CASE, order: 'new' });
  const join = useAct(async (asked: Typed, actId) => {
    const known = asked.order === 'known';
    const joined = await ok(
      api.POST('/api/c/{community}/external-cases/{case}/order', {
        params: { path: { community: community.id, case: one.id } },
        headers: actHeaders(actId),
        body: {
          version: one.version,
          work_order_id: known ? asked.orderId : null,
          work_order: known ? null : { kind: asked.orderKind, urgency: asked.orderUrgency },
        },
      }),
    );
    await renew();
    return joined;
  });
  const submit = async () => {
    const joined = await join.run(typed);
    if (!joined) return;
    void message.success(t('externalcase.joined', { order: joined.work_order_number }));
    onClose();
  };
  return (
    <Modal
      open
      title={`${t('externalcase.act.join')} ${one.number}`}
      okText={t('externalcase.act.join')}
      confirmLoading={join.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="zs-case-form">
        <OrderFields
          typed={typed}
          choices={['new', 'known']}
          set={(change) => {
            setTyped({ ...typed, ...change });
          }}
        />
        <ProblemAlert
          problem={join.problem}
          fields={{ '/work_order_id': t('externalcase.field.order') }}
        />
      </div>
    </Modal>
  );
}
